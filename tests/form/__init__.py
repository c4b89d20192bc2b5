"""The form's own functions, asked in Node.js, and its page in a browser."""
