"""The viewer: one file a page, drawings made by the server."""
