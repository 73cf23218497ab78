"""Many documents: how fast they are read, and in how much memory."""
