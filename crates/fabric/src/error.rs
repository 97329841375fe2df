//! Errors of the fabric, as sentences for whoever runs it.

use std::io;

/// The result of anything that can go wrong here.
pub type Result<T> = std::result::Result<T, Error>;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A plan that cannot be built: what it says is not known, or nothing here stands for it.
    #[error("{address}: {reason}")]
    Plan {
        /// The resource.
        address: String,
        /// The reason.
        reason: String,
    },
    /// The machine does not let anyone make namespaces.
    #[error(
        "no network namespace can be made on this machine: {0}; allow user namespaces (sysctl \
         user.max_user_namespaces, on Ubuntu also \
         kernel.apparmor_restrict_unprivileged_userns=0), or run it as root or where `sudo -n` \
         works"
    )]
    Namespaces(String),
    /// A program that is not installed.
    #[error("`{program}` is not installed: {package} has it (`apt install {package}`)")]
    Missing {
        /// The program.
        program: &'static str,
        /// The package that has it.
        package: &'static str,
    },
    /// A program that refused what it was given.
    #[error("`{program}` says: {message}")]
    Refused {
        /// The program.
        program: &'static str,
        /// Its words.
        message: String,
    },
    /// The process in the namespaces ended, or says something else.
    #[error("the process in the namespaces: {0}")]
    Inside(String),
    /// Anything of the operating system.
    #[error("{what}: {error}")]
    System {
        /// The call that failed.
        what: String,
        /// What the system says.
        error: io::Error,
    },
}

impl Error {
    /// Of a resource that cannot be built.
    pub fn plan(address: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::Plan { address: address.into(), reason: reason.into() }
    }

    /// Of something that the system refused.
    pub fn system<E: Into<io::Error>>(what: impl Into<String>) -> impl FnOnce(E) -> Self {
        let what = what.into();
        move |error| Self::System { what, error: error.into() }
    }
}
