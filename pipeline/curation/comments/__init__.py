"""Comment blocks among a text: who speaks, when, and which rating is proposed."""
