"""The commands, one module each: `command` in it is the command of its name. Anything heavy is imported inside it."""
