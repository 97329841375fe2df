//! Who may do what: the evaluator against another one, against AWS's evaluation logic, and against
//! AWS's own examples.

mod backup;
mod examples;
mod folder;
mod logic;
mod needed;
mod oracle;
mod plan;
mod services;
