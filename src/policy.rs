//! IAM policies: statements of typed actions on named resources, written as
//! `aws_iam_policy_document`.
//!
//! The data source keeps actions and resources visible in the plan even while an ARN in them is not
//! yet known, which `jsonencode` would not; so `paytf verify` and an auditor can read them.
//! There is no way to write a wildcard action, and a wildcard resource takes a reason (IAM-3).

pub mod actions;
mod masking;

pub use actions::Action;
pub use masking::mask_cards;

use crate::aws::{
    DataAwsIamPolicyDocument, DataAwsIamPolicyDocumentStatement,
    DataAwsIamPolicyDocumentStatementCondition, DataAwsIamPolicyDocumentStatementPrincipals,
};
use terraform::tf::{Attr, List};

/// One statement of a policy.
#[derive(Debug, Clone)]
pub struct Statement {
    block: DataAwsIamPolicyDocumentStatement,
    conditions: Vec<DataAwsIamPolicyDocumentStatementCondition>,
    principals: Vec<DataAwsIamPolicyDocumentStatementPrincipals>,
    wildcard_reason: Option<&'static str>,
}

/// Begins a statement that allows `actions`.
pub fn allow(sid: &'static str, actions: impl IntoIterator<Item = Action>) -> Statement {
    statement(sid, "Allow", actions.into_iter().map(Action::name))
}

/// Begins a statement that denies every action of a service, `s3:*`: a wildcard that only takes
/// rights away.
pub fn deny_service(sid: &'static str, service: &'static str) -> Statement {
    statement(sid, "Deny", [format!("{service}:*")])
}

/// Begins a statement that denies `actions`.
pub fn deny(sid: &'static str, actions: impl IntoIterator<Item = Action>) -> Statement {
    statement(sid, "Deny", actions.into_iter().map(Action::name))
}

fn statement<S: Into<Attr<String>>>(
    sid: &str,
    effect: &str,
    actions: impl IntoIterator<Item = S>,
) -> Statement {
    let block = terraform::block!(DataAwsIamPolicyDocumentStatement {
        sid: sid,
        effect: effect,
        actions: actions.into_iter().collect::<Vec<S>>(),
    });
    Statement { block, conditions: Vec::new(), principals: Vec::new(), wildcard_reason: None }
}

impl Statement {
    /// The resources the statement is about: ARNs.
    ///
    /// # Panics
    /// On `*`, which must be given with a reason by [`Statement::on_anything`].
    pub fn on(mut self, resources: impl Into<List<String>>) -> Self {
        let resources = resources.into();
        let anything = |resource: &Attr<String>| matches!(resource, Attr::Value(arn) if arn == "*");
        let unexplained = matches!(&resources, List::Items(items) if items.iter().any(anything));
        assert!(!unexplained, "all resources take a reason: on_anything");
        self.block.resources = resources;
        self
    }

    /// Allows it on all resources; `reason` says why: the API takes no resource, or the policy is
    /// attached to its resource.
    pub fn on_anything(mut self, reason: &'static str) -> Self {
        self.block.resources = ["*"].into();
        self.wildcard_reason = Some(reason);
        self
    }

    /// Who may act, in a trust or resource policy: an AWS service.
    pub fn to_service(self, service: &'static str) -> Self {
        self.to("Service", [service])
    }

    /// Who may act, in a trust or resource policy: IAM principals by ARN, or `*` in a statement
    /// that denies.
    pub fn to_principals(self, principals: impl Into<List<String>>) -> Self {
        self.to("AWS", principals)
    }

    fn to(mut self, kind: &str, identifiers: impl Into<List<String>>) -> Self {
        let principals = terraform::block!(DataAwsIamPolicyDocumentStatementPrincipals {
            r#type: kind,
            identifiers: identifiers.into(),
        });
        self.principals.push(principals);
        self
    }

    /// Holds only when the request's `key` compares to one of `values`: `when("StringEquals",
    /// "aws:SourceAccount", …)`.
    pub fn when(
        mut self,
        test: &'static str,
        key: &'static str,
        values: impl Into<List<String>>,
    ) -> Self {
        let condition = terraform::block!(DataAwsIamPolicyDocumentStatementCondition {
            test: test,
            variable: key,
            values: values.into(),
        });
        self.conditions.push(condition);
        self
    }

    /// Holds only for requests made on behalf of this account: the guard against a confused deputy.
    /// Source: IAM User Guide, "The confused deputy problem".
    pub fn from_account(self, account_id: impl Into<Attr<String>>) -> Self {
        self.when("StringEquals", "aws:SourceAccount", [account_id.into()])
    }

    /// Why the statement is about all resources, if it is.
    pub fn wildcard_reason(&self) -> Option<&'static str> {
        self.wildcard_reason
    }

    fn into_block(mut self) -> DataAwsIamPolicyDocumentStatement {
        self.block.condition = self.conditions.into();
        self.block.principals = self.principals.into();
        self.block
    }
}

/// The policy document of the statements.
pub fn document(statements: impl IntoIterator<Item = Statement>) -> DataAwsIamPolicyDocument {
    let statements: Vec<_> = statements.into_iter().map(Statement::into_block).collect();
    terraform::block!(DataAwsIamPolicyDocument { statement: statements })
}

/// Denies everything that does not come over TLS: for resource policies (ALL-4). `resources` names
/// the resource itself.
pub fn deny_insecure_transport(
    service: &'static str,
    resources: impl Into<List<String>>,
) -> Statement {
    insecure(deny_service(INSECURE_SID, service), resources)
}

/// Denies `actions` that do not come over TLS: for the policy of an SNS topic, which takes no
/// `sns:*` (ALL-4). Source: Amazon SNS Developer Guide, "Amazon SNS security best practices",
/// "Enforce encryption of data in transit".
pub fn deny_insecure(
    actions: impl IntoIterator<Item = Action>,
    resources: impl Into<List<String>>,
) -> Statement {
    insecure(deny(INSECURE_SID, actions), resources)
}

const INSECURE_SID: &str = "DenyInsecureTransport";

fn insecure(denial: Statement, resources: impl Into<List<String>>) -> Statement {
    denial.to_principals(["*"]).on(resources).when("Bool", "aws:SecureTransport", ["false"])
}

#[cfg(test)]
mod tests {
    use super::actions::s3;
    use super::*;
    use terraform::tf::{Block, BlockWriter};

    fn written(statement: Statement) -> hcl::Body {
        let mut writer = BlockWriter::default();
        document([statement]).write(&mut writer);
        hcl::Body(writer.finish().unwrap())
    }

    fn parsed(statement: &str) -> hcl::Body {
        hcl::parse(&format!("statement {{\n{statement}\n}}\n")).unwrap()
    }

    #[test]
    fn a_statement_holds_who_may_do_what_on_which_resource_and_when() {
        let statement = allow("Read", [s3::GET_OBJECT])
            .on(["arn:aws:s3:::b/*"])
            .to_service("logs.amazonaws.com")
            .from_account("123456789012");
        let expected = r#"
            actions   = ["s3:GetObject"]
            effect    = "Allow"
            resources = ["arn:aws:s3:::b/*"]
            sid       = "Read"
            condition {
              test     = "StringEquals"
              values   = ["123456789012"]
              variable = "aws:SourceAccount"
            }
            principals {
              identifiers = ["logs.amazonaws.com"]
              type        = "Service"
            }"#;
        assert_eq!(written(statement), parsed(expected));
    }

    #[test]
    fn what_does_not_come_over_tls_is_denied_to_everyone() {
        let expected = |action: &str| {
            parsed(&format!(
                r#"
                actions   = ["{action}"]
                effect    = "Deny"
                resources = ["arn"]
                sid       = "DenyInsecureTransport"
                condition {{
                  test     = "Bool"
                  values   = ["false"]
                  variable = "aws:SecureTransport"
                }}
                principals {{
                  identifiers = ["*"]
                  type        = "AWS"
                }}"#
            ))
        };
        assert_eq!(written(deny_insecure_transport("s3", ["arn"])), expected("s3:*"));
        assert_eq!(written(deny_insecure([s3::PUT_OBJECT], ["arn"])), expected("s3:PutObject"));
    }

    #[test]
    fn a_wildcard_resource_keeps_its_reason() {
        let statement = allow("Read", [s3::GET_OBJECT]);
        assert_eq!(statement.wildcard_reason(), None);
        assert_eq!(statement.clone().on(["arn"]).wildcard_reason(), None);
        assert_eq!(statement.on_anything("no resource").wildcard_reason(), Some("no resource"));
    }

    #[test]
    #[should_panic(expected = "all resources take a reason")]
    fn a_wildcard_resource_without_a_reason_is_refused() {
        let _ = allow("Read", [s3::GET_OBJECT]).on(["arn", "*"]);
    }
}
