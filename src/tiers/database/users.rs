//! The database users that are not the master (DB-4), by their secrets: the values are no part of
//! any plan or state.
//!
//! A role of PostgreSQL is no resource of AWS: `database-setup.sh` of the stack makes the users,
//! gives them their permissions, and fills their secrets.

use super::Inputs;
use crate::aws::AwsSecretsmanagerSecret;
use crate::naming::Kind;
use crate::tiers::{name_of, tags};
use terraform::block;
use terraform::tf::{Attr, DeclareError, Handle, Module};

/// The secret of the payment tasks' user, which RDS Proxy signs in with. Without a proxy that user
/// has no password: the database checks the IAM token itself.
pub(super) fn application(
    module: &mut Module,
    var: &Inputs,
) -> Result<Handle<AwsSecretsmanagerSecret>, DeclareError> {
    let description = "User of the payment tasks: RDS Proxy signs in with it";
    module.resource("application", secret("database-user", description, var))
}

/// The secret of the user that only reads, with which the restore test counts the rows of its copy.
pub(super) fn reader(module: &mut Module, var: &Inputs) -> Result<Attr<String>, DeclareError> {
    let description = "User that only reads: the restore test counts rows with it";
    let secret = module.resource("reader", secret("database-reader", description, var))?;
    Ok(secret.arn().into())
}

fn secret(purpose: &str, description: &str, var: &Inputs) -> AwsSecretsmanagerSecret {
    block!(AwsSecretsmanagerSecret {
        name: name_of(Kind::Secret, purpose),
        description: description,
        kms_key_id: &var.data_key_arn,
        // Gone at once (ALL-3), protected or not: the script makes a new password.
        recovery_window_in_days: 0,
        tags: tags(name_of(Kind::Secret, purpose)),
    })
}
