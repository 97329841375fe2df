//! How the policies of identity, boundary, resource and endpoint combine, each case as AWS
//! documents it. Organizations' policies and the policies of a session are in no plan.

use serde_json::{Value, json};

use super::plan::{ACCOUNT, Answer, OTHER, ROLE, Stack, policy};
use Answer::{Allowed, Denied, Missing, Unknown};
use Says::{Allows, AllowsAccount, AllowsEveryone, AllowsOther, Denies, Nothing, Unset};

/// What one policy says of the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// There is no such policy.
    Unset,
    /// There is one, of which no statement is about the call.
    Nothing,
    /// It allows the call: to the role itself, where it names a principal.
    Allows,
    /// It allows it to the account of the role.
    AllowsAccount,
    /// It allows it to an account that is not the role's.
    AllowsOther,
    AllowsEveryone,
    Denies,
}

/// What is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum On {
    Queue,
    QueueOfAnotherAccount,
    Key,
    Role,
}

/// One case: what is called; what the policies of identity, boundary, resource and endpoint say;
/// what comes of it, and the page.
type Case = (On, [Says; 4], Answer, &'static str);

const DENY_ALLOW: &str = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html";
const ONE_ACCOUNT: &str = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html";
const TWO_ACCOUNTS: &str = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html";
const BOUNDARIES: &str =
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html";
const KEYS: &str = "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html";
const DEFAULT_KEY: &str =
    "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html";
const TRUST: &str =
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html";
const ENDPOINTS: &str =
    "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html";

const CASES: [Case; 56] = [
    // Nothing allows it: an implicit denial.
    (On::Queue, [Unset, Unset, Unset, Unset], Missing, DENY_ALLOW),
    (On::Queue, [Nothing, Unset, Unset, Unset], Missing, DENY_ALLOW),
    (On::Queue, [Nothing, Unset, Nothing, Unset], Missing, DENY_ALLOW),
    // Within an account, the identity's or the resource's policy is enough.
    (On::Queue, [Allows, Unset, Unset, Unset], Allowed, ONE_ACCOUNT),
    (On::Queue, [Allows, Unset, Nothing, Unset], Allowed, ONE_ACCOUNT),
    (On::Queue, [Unset, Unset, Allows, Unset], Allowed, ONE_ACCOUNT),
    (On::Queue, [Nothing, Unset, Allows, Unset], Allowed, ONE_ACCOUNT),
    (On::Queue, [Unset, Unset, AllowsEveryone, Unset], Allowed, ONE_ACCOUNT),
    (On::Queue, [Allows, Unset, Allows, Unset], Allowed, ONE_ACCOUNT),
    // A policy that names the account leaves it to the account's own policies whom.
    (On::Queue, [Unset, Unset, AllowsAccount, Unset], Missing, ONE_ACCOUNT),
    (On::Queue, [Allows, Unset, AllowsAccount, Unset], Allowed, ONE_ACCOUNT),
    (On::Queue, [Unset, Unset, AllowsOther, Unset], Missing, ONE_ACCOUNT),
    // A denial decides, wherever it is.
    (On::Queue, [Denies, Unset, Unset, Unset], Denied, DENY_ALLOW),
    (On::Queue, [Denies, Unset, Allows, Unset], Denied, DENY_ALLOW),
    (On::Queue, [Allows, Unset, Denies, Unset], Denied, DENY_ALLOW),
    (On::Queue, [Allows, Denies, Unset, Unset], Denied, DENY_ALLOW),
    (On::Queue, [Allows, Denies, Allows, Unset], Denied, DENY_ALLOW),
    (On::Queue, [Allows, Unset, Unset, Denies], Denied, DENY_ALLOW),
    // A boundary limits and allows nothing; it also limits what a resource's policy allows the
    // role.
    (On::Queue, [Allows, Allows, Unset, Unset], Allowed, BOUNDARIES),
    (On::Queue, [Allows, Nothing, Unset, Unset], Missing, BOUNDARIES),
    (On::Queue, [Unset, Allows, Unset, Unset], Missing, BOUNDARIES),
    (On::Queue, [Nothing, Allows, Unset, Unset], Missing, BOUNDARIES),
    (On::Queue, [Unset, Nothing, Allows, Unset], Missing, BOUNDARIES),
    (On::Queue, [Unset, Allows, Allows, Unset], Allowed, BOUNDARIES),
    (On::Queue, [Allows, Allows, Allows, Unset], Allowed, BOUNDARIES),
    (On::Queue, [Allows, Nothing, Allows, Unset], Missing, BOUNDARIES),
    // An endpoint's policy lets through and allows nothing.
    (On::Queue, [Allows, Unset, Unset, AllowsEveryone], Allowed, ENDPOINTS),
    (On::Queue, [Allows, Unset, Unset, Allows], Allowed, ENDPOINTS),
    (On::Queue, [Allows, Unset, Unset, AllowsAccount], Allowed, ENDPOINTS),
    (On::Queue, [Allows, Unset, Unset, AllowsOther], Missing, ENDPOINTS),
    (On::Queue, [Allows, Unset, Unset, Nothing], Missing, ENDPOINTS),
    (On::Queue, [Unset, Unset, Unset, AllowsEveryone], Missing, ENDPOINTS),
    (On::Queue, [Unset, Unset, Allows, Nothing], Missing, ENDPOINTS),
    (On::Queue, [Unset, Unset, Allows, AllowsEveryone], Allowed, ENDPOINTS),
    (On::Queue, [Allows, Nothing, Unset, AllowsEveryone], Missing, BOUNDARIES),
    // Across accounts both have to allow it.
    (On::QueueOfAnotherAccount, [Allows, Unset, Unset, Unset], Missing, TWO_ACCOUNTS),
    (On::QueueOfAnotherAccount, [Allows, Unset, Nothing, Unset], Missing, TWO_ACCOUNTS),
    (On::QueueOfAnotherAccount, [Unset, Unset, Allows, Unset], Missing, TWO_ACCOUNTS),
    (On::QueueOfAnotherAccount, [Allows, Unset, Allows, Unset], Allowed, TWO_ACCOUNTS),
    (On::QueueOfAnotherAccount, [Allows, Unset, AllowsAccount, Unset], Allowed, TWO_ACCOUNTS),
    (On::QueueOfAnotherAccount, [Allows, Unset, AllowsOther, Unset], Missing, TWO_ACCOUNTS),
    (On::QueueOfAnotherAccount, [Allows, Unset, Denies, Unset], Denied, TWO_ACCOUNTS),
    (On::QueueOfAnotherAccount, [Denies, Unset, Allows, Unset], Denied, TWO_ACCOUNTS),
    (On::QueueOfAnotherAccount, [Allows, Nothing, Allows, Unset], Missing, TWO_ACCOUNTS),
    // A key's policy has to allow it, or to leave it to the account.
    (On::Key, [Allows, Unset, Unset, Unset], Allowed, DEFAULT_KEY),
    (On::Key, [Unset, Unset, Unset, Unset], Missing, DEFAULT_KEY),
    (On::Key, [Allows, Unset, Nothing, Unset], Missing, KEYS),
    (On::Key, [Allows, Unset, AllowsAccount, Unset], Allowed, KEYS),
    (On::Key, [Unset, Unset, AllowsAccount, Unset], Missing, KEYS),
    (On::Key, [Unset, Unset, Allows, Unset], Allowed, KEYS),
    (On::Key, [Allows, Unset, AllowsOther, Unset], Missing, KEYS),
    (On::Key, [Allows, Unset, Denies, Unset], Denied, KEYS),
    // Who may assume a role, its trust policy says.
    (On::Role, [Allows, Unset, Nothing, Unset], Missing, TRUST),
    (On::Role, [Unset, Unset, Allows, Unset], Allowed, TRUST),
    (On::Role, [Allows, Unset, AllowsAccount, Unset], Allowed, TRUST),
    (On::Role, [Unset, Unset, AllowsAccount, Unset], Missing, TRUST),
];

impl On {
    fn call(self) -> (&'static str, &'static str) {
        match self {
            Self::Queue | Self::QueueOfAnotherAccount => ("sqs:SendMessage", "aws_sqs_queue.on"),
            Self::Key => ("kms:Decrypt", "aws_kms_key.on"),
            Self::Role => ("sts:AssumeRole", "aws_iam_role.on"),
        }
    }

    fn with(self, stack: Stack, policy: Option<Value>) -> Stack {
        let policy = policy.map(|policy| policy.to_string());
        let queue = |account| {
            json!({
                "name": "on", "arn": format!("arn:aws:sqs:us-east-1:{account}:on"), "policy": policy
            })
        };
        let (values, address) = match self {
            Self::Queue => (queue(ACCOUNT), "aws_sqs_queue.on"),
            Self::QueueOfAnotherAccount => (queue(OTHER), "aws_sqs_queue.on"),
            Self::Key => {
                let arn = format!("arn:aws:kms:us-east-1:{ACCOUNT}:key/1234abcd");
                (json!({"key_id": "1234abcd", "arn": arn, "policy": policy}), "aws_kms_key.on")
            }
            Self::Role => {
                let arn = format!("arn:aws:iam::{ACCOUNT}:role/on");
                (json!({"name": "on", "arn": arn, "assume_role_policy": policy}), "aws_iam_role.on")
            }
        };
        stack.with(address, values)
    }
}

impl Says {
    fn policy(self, action: &str, has_principal: bool) -> Option<Value> {
        let (effect, action) = match self {
            Unset => return None,
            Denies => ("Deny", action),
            Nothing => ("Allow", "sqs:PurgeQueue"),
            _ => ("Allow", action),
        };
        let mut statement = json!({"Effect": effect, "Action": action, "Resource": "*"});
        if has_principal {
            statement["Principal"] = match self {
                AllowsAccount => json!({"AWS": format!("arn:aws:iam::{ACCOUNT}:root")}),
                AllowsOther => json!({"AWS": OTHER}),
                AllowsEveryone | Nothing => json!("*"),
                _ => json!({"AWS": ROLE}),
            };
        }
        Some(policy([statement].to_vec()))
    }
}

fn stack(on: On, [identity, boundary, resource, endpoint]: [Says; 4]) -> Stack {
    let (action, _) = on.call();
    let mut role = json!({"name": "app", "arn": ROLE});
    let mut stack = Stack::default();
    if let Some(limits) = boundary.policy(action, false) {
        let arn = format!("arn:aws:iam::{ACCOUNT}:policy/limits");
        role["permissions_boundary"] = json!(arn);
        stack = stack.with(
            "aws_iam_policy.limits",
            json!({"name": "limits", "arn": arn, "policy": limits.to_string()}),
        );
    }
    stack = stack.with("aws_iam_role.app", role);
    if let Some(own) = identity.policy(action, false) {
        stack = stack.allowing("own", &own);
    }
    let through = endpoint.policy(action, true).map(|policy| policy.to_string());
    stack = stack.with(
        "aws_vpc_endpoint.sqs",
        json!({"service_name": "com.amazonaws.us-east-1.sqs", "policy": through}),
    );
    on.with(stack, resource.policy(action, true))
}

#[test]
fn policies_combine_as_aws_documents_each_case() {
    let mut wrong = Vec::new();
    for (on, says, answer, page) in CASES {
        let (action, address) = on.call();
        let own =
            stack(on, says).ask_with(action, address, &["aws_vpc_endpoint.sqs"], |context| context);
        if own != answer {
            wrong.push(format!("{on:?} {says:?}: {own:?}, and is {answer:?} by {page}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_not_part_of_the_plan_is_unknown() {
    let stack = Stack::default().with_role();
    let all = json!({"Effect": "Allow", "Action": "*", "Resource": "*"});
    let stack = stack.allowing("all", &policy([all].to_vec()));
    assert_eq!(stack.ask("s3:GetObject", "arn:aws:s3:::logs/x"), Allowed);
    // Their own policies decide.
    assert_eq!(
        stack.ask("kms:Decrypt", "arn:aws:kms:us-east-1:111122223333:key/1234abcd"),
        Unknown
    );
    assert_eq!(stack.ask("sts:AssumeRole", "arn:aws:iam::111122223333:role/other"), Unknown);
    assert_eq!(stack.ask("sqs:SendMessage", "arn:aws:sqs:us-east-1:444455556666:other"), Unknown);
    let attached =
        json!({"role": "app", "policy_arn": "arn:aws:iam::111122223333:policy/elsewhere"});
    let attached =
        Stack::default().with_role().with("aws_iam_role_policy_attachment.other", attached);
    assert_eq!(attached.ask("s3:GetObject", "arn:aws:s3:::logs/x"), Unknown);
}

/// Source: ECR User Guide, "Private repository policies"; DynamoDB Developer Guide, "Using
/// resource-based policies for DynamoDB".
#[test]
fn the_policy_that_another_resource_attaches_counts() {
    let arn = "arn:aws:ecr:us-east-1:111122223333:repository/app";
    let of = |identity: Value, repository: Value| {
        Stack::default()
            .with_role()
            .allowing("own", &policy(identity))
            .with("aws_ecr_repository.app", json!({"name": "app", "arn": arn}))
            .with(
                "aws_ecr_repository_policy.app",
                json!({"repository": "app", "policy": policy(repository).to_string()}),
            )
            .ask("ecr:BatchGetImage", "aws_ecr_repository.app")
    };
    let own = |effect| json!([{"Effect": effect, "Action": "ecr:*", "Resource": "*"}]);
    let of_repository =
        |effect| json!([{"Effect": effect, "Principal": {"AWS": ROLE}, "Action": "ecr:*"}]);
    assert_eq!(of(json!([]), of_repository("Allow")), Allowed);
    assert_eq!(of(own("Allow"), of_repository("Deny")), Denied);
    assert_eq!(of(json!([]), json!([])), Missing);
}

/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html>
#[test]
fn the_permission_of_a_function_that_names_a_role_is_enough_within_an_account() {
    let arn = "arn:aws:lambda:us-east-1:111122223333:function:app";
    let of = |principal: &str, action: &str| {
        let permission = json!({"function_name": "app", "principal": principal, "action": action});
        Stack::default()
            .with_role()
            .with("aws_lambda_function.app", json!({"function_name": "app", "arn": arn}))
            .with("aws_lambda_permission.app", permission)
            .ask("lambda:InvokeFunction", "aws_lambda_function.app")
    };
    assert_eq!(of(ROLE, "lambda:InvokeFunction"), Allowed);
    assert_eq!(of(ROLE, "lambda:GetFunction"), Missing);
    assert_eq!(of("arn:aws:iam::111122223333:role/other", "lambda:InvokeFunction"), Missing);
}

/// Source: <https://docs.aws.amazon.com/kms/latest/developerguide/grants.html>
#[test]
fn a_grant_lets_use_a_key_for_what_it_names() {
    let key = "arn:aws:kms:us-east-1:111122223333:key/1";
    let closed = policy(json!([
        {
            "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/other"},
            "Action": "kms:*", "Resource": "*"
        }
    ]));
    let of = |grant: Value| {
        Stack::default()
            .with_role()
            .with("aws_kms_key.on", json!({"arn": key, "policy": closed.to_string()}))
            .with("aws_kms_grant.on", grant)
            .ask("kms:Decrypt", "aws_kms_key.on")
    };
    let grant = |principal: &str, operation: &str| {
        json!({
            "key_id": key, "grantee_principal": principal, "operations": [operation]
        })
    };
    assert_eq!(of(grant(ROLE, "Decrypt")), Allowed);
    assert_eq!(of(grant(ROLE, "Encrypt")), Missing);
    assert_eq!(of(grant("arn:aws:iam::111122223333:role/other", "Decrypt")), Missing);
    let mut within = grant(ROLE, "Decrypt");
    within["constraints"] = json!([{"encryption_context_equals": {"stage": "prod"}}]);
    assert_eq!(of(within), Unknown);
}
