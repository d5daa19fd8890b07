//! The catalogue command.
fn main() {}
