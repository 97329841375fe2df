//! How every role is made: trust for one service, one customer managed policy, attached before
//! anyone gets the ARN.

use crate::aws::{AwsIamPolicy, AwsIamRole, AwsIamRolePolicyAttachment};
use crate::naming::Kind;
use crate::policy::actions::sts;
use crate::policy::{self, Statement, allow};
use crate::tiers::{name_of, tags};
use terraform::block;
use terraform::tf::{Attr, DeclareError, Module};

/// A role to be declared.
pub struct Role {
    /// Part of its names: `iam-role-<purpose>-<suffix>`.
    pub purpose: &'static str,
    /// The output that hands over its ARN.
    pub output: &'static str,
    /// What it is for, in ASCII: IAM keeps it as the description.
    pub description: &'static str,
    /// Who may assume it.
    pub trust: Statement,
    /// What it may do.
    pub permissions: Vec<Statement>,
}

/// Lets a service assume a role.
pub fn trust(service: &'static str) -> Statement {
    allow("Assume", [sts::ASSUME_ROLE]).to_service(service)
}

impl Role {
    /// Declares the role with its policy and gives its ARN. Who uses the output waits for the
    /// attachment, and on destroy the role keeps its permissions until its user is gone: ECS
    /// and Lambda need them to clean up.
    pub fn declare(
        self,
        module: &mut Module,
        boundary: &Attr<String>,
    ) -> Result<Attr<String>, DeclareError> {
        let label = self.purpose.replace('-', "_");
        let description = self.policy_description();
        let trust = module.data(format!("{label}_trust"), policy::document([self.trust]))?;
        let name = name_of(Kind::IamRole, self.purpose);
        let role = block!(AwsIamRole {
            name: &name,
            description: self.description,
            assume_role_policy: trust.json(),
            permissions_boundary: boundary,
            tags: tags(name),
        });
        let role = module.resource(&label, role)?;
        let permissions = module.data(&label, policy::document(self.permissions))?;
        let name = name_of(Kind::IamPolicy, self.purpose);
        let policy = block!(AwsIamPolicy {
            name: &name,
            description: description,
            policy: permissions.json(),
            tags: tags(name),
        });
        let policy = module.resource(&label, policy)?;
        let attachment =
            block!(AwsIamRolePolicyAttachment { role: role.name(), policy_arn: policy.arn() });
        let attachment = module.resource(label, attachment)?;
        module.output_depends_on(self.output, &attachment);
        Ok(role.arn().into())
    }

    /// The purpose, then the reason of each wildcard resource: where an auditor meets the wildcard
    /// (IAM-3).
    fn policy_description(&self) -> String {
        let reasons = self.permissions.iter().filter_map(Statement::wildcard_reason);
        reasons.fold(self.description.to_owned(), |text, reason| {
            format!("{text} Wildcard resource: {reason}.")
        })
    }
}
