"""Where: places with coordinates, told apart from governments."""
