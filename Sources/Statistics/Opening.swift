// Opens the room; its first type replaces this file.
