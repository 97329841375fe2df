//! What is declared for every profile, and what is written of it.

mod aws_types;
mod declared;
mod drills;
mod names;
mod policies;
mod runbooks;
mod tree;
