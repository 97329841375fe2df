//! What is declared for every profile, and what is written of it.

mod aws_types;
mod declared;
mod drills;
mod names;
mod policies;
mod provider_6;
mod runbooks;
mod tree;
