//! This repository: its pages are true, its modules import downwards, and its package holds what it
//! is built from.

mod circles;
mod comparison;
mod dated;
mod layers;
mod lines;
mod links;
mod package;
mod paths;
mod pipelines;
mod readme;
mod scanners;
mod words;
