"""Time expressions in running text: find, resolve, write as EDTF."""
