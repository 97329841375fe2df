//! The service itself, as a process, with a real PostgreSQL.

mod contract;
mod ends;
mod image;
mod merchants;
mod postgres;
mod process;
mod stand_ins;
mod storm;
