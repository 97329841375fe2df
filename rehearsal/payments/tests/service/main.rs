//! The service itself, as a process, with a real PostgreSQL.

mod as_on_aws;
mod contract;
mod ends;
mod environment;
mod image;
mod merchants;
mod postgres;
mod process;
mod push;
mod stand_ins;
mod storm;
