//! `paytf.toml`: what can be said in it, and what an operator reads where it is wrong.

mod environments;
mod errors;
mod messages;
mod profiles;
mod schema;
