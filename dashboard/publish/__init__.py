"""Pictures, pages and citations of a filtered timeline to publish. Called by the app and the command."""
