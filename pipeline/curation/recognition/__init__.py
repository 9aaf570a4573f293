"""What a grid is: the kinds of its rows, which field each column holds, which layout it follows."""
