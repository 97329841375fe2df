//! The tests, and how this program starts itself in the namespaces.

mod asking;
mod comparison;
mod isolation;
mod known;
mod mutants;
mod plans;
mod six;

use std::env;
use std::process::ExitCode;

use anyhow::Result;
use libtest_mimic::{Arguments, Failed, Trial};

/// The argument by which this program starts itself in the namespaces.
const INSIDE: &str = "in-namespaces";

/// Runs the tests, or the half of one that is in the namespaces.
pub fn main() -> ExitCode {
    let done = match env::args().nth(1).as_deref() {
        Some(INSIDE) => fabric::serve().map_err(Into::into),
        Some(isolation::HOLD) => isolation::hold(),
        Some(six::INSIDE) => six::serve(),
        _ => return libtest_mimic::run(&Arguments::from_args(), trials()).exit_code(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn trials() -> Vec<Trial> {
    macro_rules! trials {
        ($($module:ident::$name:ident),* $(,)?) => {
            vec![$(trial(stringify!($name), $module::$name)),*]
        };
    }
    let mut all = trials![
        isolation::nothing_is_left_when_the_program_is_killed,
        isolation::the_network_of_the_machine_stays_as_it_is,
        isolation::an_ordinary_user_gets_the_same_answers_or_is_told_what_to_allow,
        known::the_kernel_opens_what_the_stack_needs_and_nothing_else,
        six::a_network_of_ipv6_and_udp_is_reached_as_the_kernel_says,
        comparison::every_profile_is_reached_as_the_kernel_says,
        comparison::stacks_of_others_are_reached_as_the_kernel_says,
        comparison::every_fifth_mutant_is_reached_as_the_kernel_says,
    ];
    all.push(
        trial(
            "every_mutant_is_reached_as_the_kernel_says",
            comparison::every_mutant_is_reached_as_the_kernel_says,
        )
        .with_ignored_flag(true),
    );
    all
}

fn trial(name: &str, test: fn() -> Result<()>) -> Trial {
    Trial::test(name, move || test().map_err(|error| Failed::from(format!("{error:#}"))))
}
