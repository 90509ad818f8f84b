"""What is measured, and the invented archives that it is measured with."""
