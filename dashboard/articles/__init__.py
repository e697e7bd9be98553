"""Reading: files and page text become an Article whose offsets hold."""
