//! AWS's own examples of evaluation logic, with a role in place of a user.

use serde_json::{Value, json};
use verify::permit::Given;

use super::plan::{Answer, ROLE, Stack, policy};
use Answer::{Allowed, Denied, Missing, Unknown};

fn values(value: &str) -> Given<'static> {
    Given::Values(vec![value.to_owned()])
}

fn role(statements: Value) -> Stack {
    Stack::default().with_role().allowing("own", &policy(statements))
}

/// "Example of how identity-based policies and resource-based policies work together".
/// Source:
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html>
#[test]
fn identity_and_resource_policies_work_together() {
    let stack = role(json!([
        {
            "Sid": "AllowS3ListRead", "Effect": "Allow",
            "Action": ["s3:GetBucketLocation", "s3:ListAllMyBuckets"], "Resource": "*"
        },
        {"Sid": "AllowS3Self", "Effect": "Allow", "Action": "s3:*",
            "Resource": [
                "arn:aws:s3:::amzn-s3-demo-bucket1/*", "arn:aws:s3:::amzn-s3-demo-bucket1"
            ]},
        {"Sid": "DenyS3Logs", "Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::*log*"}
    ]));
    let of_bucket = policy(json!([
        {"Effect": "Allow", "Principal": {"AWS": ROLE}, "Action": "s3:*",
            "Resource": ["arn:aws:s3:::carlossalazar/*", "arn:aws:s3:::carlossalazar"]}
    ]));
    let bucket = |name: &str| json!({"bucket": name, "arn": format!("arn:aws:s3:::{name}")});
    let stack = stack
        .with("aws_s3_bucket.own", bucket("carlossalazar"))
        .with(
            "aws_s3_bucket_policy.own",
            json!({"bucket": "carlossalazar", "policy": of_bucket.to_string()}),
        )
        .with("aws_s3_bucket.logs", bucket("carlossalazar-logs"))
        .with("aws_s3_bucket.one", bucket("amzn-s3-demo-bucket1"))
        .with("aws_s3_bucket.two", bucket("amzn-s3-demo-bucket2"));
    for (action, on, answer) in [
        ("s3:PutObject", "aws_s3_bucket.own", Allowed),
        ("s3:PutObject", "aws_s3_bucket.logs", Denied),
        ("s3:PutObject", "aws_s3_bucket.one", Allowed),
        ("s3:PutObject", "arn:aws:s3:::amzn-s3-demo-bucket1/my-log.txt", Denied),
        ("s3:GetObject", "aws_s3_bucket.two", Missing),
        ("s3:GetBucketLocation", "aws_s3_bucket.two", Allowed),
    ] {
        assert_eq!(stack.ask(action, on), answer, "{action} {on}");
    }
}

/// "You can use a policy to set the boundary for a user": the boundary has Amazon S3, CloudWatch
/// and Amazon EC2, the policy IAM. Source:
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html>
#[test]
fn a_boundary_does_not_include_what_the_policy_allows() {
    let limits = policy(
        json!([{"Effect": "Allow", "Action": ["s3:*", "cloudwatch:*", "ec2:*"], "Resource": "*"}]),
    );
    let arn = "arn:aws:iam::111122223333:policy/ShirleyRodriguez";
    let own = policy(
        json!([{"Effect": "Allow", "Action": ["iam:CreateUser", "s3:PutObject"], "Resource": "*"}]),
    );
    let stack = Stack::default()
        .with(
            "aws_iam_policy.limits",
            json!({"name": "ShirleyRodriguez", "arn": arn, "policy": limits.to_string()}),
        )
        .with("aws_iam_role.app", json!({"name": "app", "arn": ROLE, "permissions_boundary": arn}))
        .allowing("own", &own);
    assert_eq!(stack.ask("iam:CreateUser", "arn:aws:iam::111122223333:user/new"), Missing);
    assert_eq!(stack.ask("s3:PutObject", "arn:aws:s3:::logs/x"), Allowed);
    assert_eq!(
        stack.ask("ec2:RunInstances", "arn:aws:ec2:us-east-1:111122223333:instance/i"),
        Missing
    );
}

/// Source:
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html>
#[test]
fn not_action() {
    let all_but =
        json!({"Effect": "Allow", "NotAction": "s3:DeleteBucket", "Resource": "arn:aws:s3:::*"});
    let stack = role(json!([all_but]));
    assert_eq!(stack.ask("s3:PutObject", "arn:aws:s3:::logs/x"), Allowed);
    assert_eq!(stack.ask("s3:DeleteBucket", "arn:aws:s3:::logs"), Missing);
    assert_eq!(stack.ask("sqs:SendMessage", "arn:aws:sqs:us-east-1:111122223333:q"), Missing);
    let stack = role(json!([{"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}]));
    assert_eq!(stack.ask("sqs:SendMessage", "arn:aws:sqs:us-east-1:111122223333:q"), Allowed);
    assert_eq!(stack.ask("iam:CreateUser", "arn:aws:iam::111122223333:user/new"), Missing);
    let without_mfa = json!({
        "Sid": "DenyAllUsersNotUsingMFA", "Effect": "Deny", "NotAction": "iam:*", "Resource": "*",
        "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}
    });
    let stack = role(json!([{"Effect": "Allow", "Action": "*", "Resource": "*"}, without_mfa]));
    assert_eq!(stack.ask("sqs:SendMessage", "arn:aws:sqs:us-east-1:111122223333:q"), Denied);
    assert_eq!(stack.ask("iam:CreateUser", "arn:aws:iam::111122223333:user/new"), Allowed);
}

/// Source:
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html>
#[test]
fn not_resource() {
    let stack = role(json!([
        {"Effect": "Allow", "Action": "s3:*", "Resource": "*"},
        {"Effect": "Deny", "Action": "s3:*",
            "NotResource": [
                "arn:aws:s3:::amzn-s3-demo-bucket/Payroll",
                "arn:aws:s3:::amzn-s3-demo-bucket/Payroll/*"
            ]}
    ]));
    assert_eq!(stack.ask("s3:GetObject", "arn:aws:s3:::amzn-s3-demo-bucket/Payroll/may"), Allowed);
    assert_eq!(stack.ask("s3:GetObject", "arn:aws:s3:::amzn-s3-demo-bucket/other"), Denied);
}

/// Source:
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html>
#[test]
fn not_principal() {
    let queue = |not: Value| {
        let denies = policy(
            json!([{"Effect": "Deny", "NotPrincipal": not, "Action": "sqs:*", "Resource": "*"}]),
        );
        let arn = "arn:aws:sqs:us-east-1:111122223333:on";
        role(json!([{"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}])).with(
            "aws_sqs_queue.on",
            json!({"name": "on", "arn": arn, "policy": denies.to_string()}),
        )
    };
    let ask = |not| queue(not).ask("sqs:SendMessage", "aws_sqs_queue.on");
    let root = "arn:aws:iam::111122223333:root";
    assert_eq!(ask(json!({"AWS": [ROLE, root]})), Allowed);
    assert_eq!(
        ask(json!({
            "AWS": ["arn:aws:iam::111122223333:role/other", "arn:aws:iam::444455556666:root"]
        })),
        Denied
    );
    // "You must specify not only the ARN of the role but also of the account".
    assert_eq!(ask(json!({"AWS": ROLE})), Unknown);
}

/// Source:
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-requested-region.html>
#[test]
fn all_but_a_region_is_denied() {
    let deny = json!({
        "Sid": "DenyAllOutsideRequestedRegions", "Effect": "Deny", "Resource": "*",
        "NotAction": ["cloudfront:*", "iam:*", "organizations:*", "route53:*", "support:*"],
        "Condition": {"StringNotEquals": {"aws:RequestedRegion": ["eu-central-1", "eu-west-1"]}}
    });
    let stack = role(json!([{"Effect": "Allow", "Action": "*", "Resource": "*"}, deny]));
    let ask = |region| {
        stack.ask_with("sqs:SendMessage", "arn:aws:sqs:us-east-1:111122223333:q", &[], |context| {
            context.with("aws:RequestedRegion", values(region))
        })
    };
    assert_eq!(ask("eu-west-1"), Allowed);
    assert_eq!(ask("us-east-1"), Denied);
    assert_eq!(stack.ask("iam:CreateUser", "arn:aws:iam::111122223333:user/new"), Allowed);
}

/// A source address is in no plan: what depends on it is unknown.
/// Source:
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-ip.html>
#[test]
fn what_depends_on_an_address_is_unknown() {
    let deny = json!({
        "Effect": "Deny", "Action": "*", "Resource": "*",
        "Condition": {"NotIpAddress": {"aws:SourceIp": ["192.0.2.0/24", "203.0.113.0/24"]}}
    });
    let stack = role(json!([{"Effect": "Allow", "Action": "*", "Resource": "*"}, deny]));
    assert_eq!(stack.ask("s3:GetObject", "arn:aws:s3:::logs/x"), Unknown);
}

/// AWS takes no older versions of TLS than 1.2. Source:
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html>
#[test]
fn an_old_version_of_tls_is_denied_to_nobody() {
    let ask = |version: &str| {
        let deny = json!({
            "Effect": "Deny", "Action": "s3:*", "Resource": "*",
            "Condition": {"NumericLessThan": {"s3:TlsVersion": version}}
        });
        role(json!([{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}, deny]))
            .ask("s3:GetObject", "arn:aws:s3:::logs/x")
    };
    assert_eq!(ask("1.2"), Allowed);
    assert_eq!(ask("1.3"), Unknown);
}

/// "Example: Using policy variables": of a user's own folder. A role has no name of a user.
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
#[test]
fn policy_variables() {
    let own = |variable: &str| format!("arn:aws:s3:::amzn-s3-demo-bucket/{variable}/*");
    let statement = |variable: &str| {
        json!([{
            "Effect": "Allow", "Action": "s3:GetObject", "Resource": own(variable)
        }])
    };
    let object = "arn:aws:s3:::amzn-s3-demo-bucket/payments/x";
    let stack = role(statement("${aws:username}"));
    assert_eq!(stack.ask("s3:GetObject", object), Missing);
    let team = |stack: &Stack, team| {
        stack.ask_with("s3:GetObject", object, &[], |context| {
            context.with("aws:PrincipalTag/team", values(team))
        })
    };
    let stack = role(statement("${aws:PrincipalTag/team}"));
    assert_eq!(team(&stack, "payments"), Allowed);
    assert_eq!(team(&stack, "cards"), Missing);
    assert_eq!(team(&stack, "*"), Missing);
    // The tags of a session are in no plan, those of a role are.
    assert_eq!(stack.ask("s3:GetObject", object), Unknown);
    let tagged = Stack::default()
        .with("aws_iam_role.app", json!({"name": "app", "arn": ROLE, "tags": {"team": "payments"}}))
        .allowing("own", &policy(statement("${aws:PrincipalTag/team}")));
    assert_eq!(tagged.ask("s3:GetObject", object), Allowed);
    // "Policy variables were introduced in version 2012-10-17; in earlier versions they are text".
    let mut older = policy(statement("${aws:PrincipalTag/team}"));
    older["Version"] = json!("2008-10-17");
    let stack = Stack::default().with_role().allowing("own", &older);
    assert_eq!(team(&stack, "payments"), Missing);
}

/// Source:
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>
#[test]
fn keys_with_several_values() {
    let ask = |operator: &str, keys: &[&str]| {
        let condition = json!({operator: {"aws:TagKeys": ["webserver", "cost-center"]}});
        let stack = role(json!([{
            "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": condition
        }]));
        let given = || match keys {
            [] => Given::Nothing,
            keys => Given::Values(keys.iter().map(|key| (*key).to_owned()).collect()),
        };
        stack.ask_with("s3:GetObject", "arn:aws:s3:::logs/x", &[], |context| {
            context.with("aws:TagKeys", given())
        })
    };
    assert_eq!(ask("ForAllValues:StringEquals", &["webserver"]), Allowed);
    assert_eq!(ask("ForAllValues:StringEquals", &["webserver", "environment"]), Missing);
    assert_eq!(ask("ForAllValues:StringEquals", &[]), Allowed);
    assert_eq!(ask("ForAnyValue:StringEquals", &["webserver", "environment"]), Allowed);
    assert_eq!(ask("ForAnyValue:StringEquals", &["environment"]), Missing);
    assert_eq!(ask("ForAnyValue:StringEquals", &[]), Missing);
    assert_eq!(ask("ForAnyValue:StringNotEquals", &["webserver", "environment"]), Allowed);
    assert_eq!(ask("ForAllValues:StringNotEquals", &["webserver", "environment"]), Missing);
    assert_eq!(ask("ForAnyValue:StringNotEquals", &[]), Missing);
}

/// "Require all requests to use TLS", "Restrict access to a specific VPC endpoint".
/// Source:
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html>
#[test]
fn a_bucket_that_asks_for_tls_and_one_endpoint() {
    let endpoint = |id: &str| {
        json!({
            "id": id, "service_name": "com.amazonaws.us-east-1.s3", "vpc_id": "vpc-1"
        })
    };
    let of_bucket = policy(json!([
        {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": [
            "arn:aws:s3:::logs", "arn:aws:s3:::logs/*"
        ],
            "Condition": {"Bool": {"aws:SecureTransport": "false"}}},
        {"Sid": "Access-to-specific-VPCE-only", "Effect": "Deny", "Principal": "*",
            "Action": "s3:*", "Resource": ["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"],
            "Condition": {"StringNotEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}}}
    ]));
    let stack = role(json!([{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]))
        .with("aws_s3_bucket.logs", json!({"bucket": "logs", "arn": "arn:aws:s3:::logs"}))
        .with(
            "aws_s3_bucket_policy.logs",
            json!({"bucket": "logs", "policy": of_bucket.to_string()}),
        )
        .with("aws_vpc_endpoint.right", endpoint("vpce-1a2b3c4d"))
        .with("aws_vpc_endpoint.wrong", endpoint("vpce-5e6f7a8b"));
    let ask = |through: &[&str]| {
        stack.ask_with("s3:GetObject", "aws_s3_bucket.logs", through, |context| context)
    };
    assert_eq!(ask(&["aws_vpc_endpoint.right"]), Allowed);
    assert_eq!(ask(&["aws_vpc_endpoint.wrong"]), Denied);
    assert_eq!(ask(&[]), Unknown);
}

/// Source: <https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html>
#[test]
fn a_queue_that_lets_one_topic_send() {
    let of_queue = policy(json!([{
        "Effect": "Allow", "Principal": {
            "Service": "sns.amazonaws.com"
        }, "Action": "sqs:SendMessage",
        "Resource": "arn:aws:sqs:us-east-2:123456789012:MyQueue",
        "Condition": {"ArnEquals": {"aws:SourceArn": "arn:aws:sns:us-east-2:123456789012:MyTopic"}}
    }]));
    let arn = "arn:aws:sqs:us-east-2:123456789012:MyQueue";
    let queue = json!({"name": "MyQueue", "arn": arn, "policy": of_queue.to_string()});
    let stack = Stack::default().with("aws_sqs_queue.on", queue);
    let ask = |service, topic: &str| {
        let arn = format!("arn:aws:sns:us-east-2:123456789012:{topic}");
        stack.ask_service(service, "sqs:SendMessage", "aws_sqs_queue.on", |context| {
            context.with("aws:SourceArn", Given::Arn(arn.clone()))
        })
    };
    assert_eq!(ask("sns.amazonaws.com", "MyTopic"), Allowed);
    assert_eq!(ask("sns.amazonaws.com", "OtherTopic"), Missing);
    assert_eq!(ask("events.amazonaws.com", "MyTopic"), Missing);
}

/// What is allowed below a prefix may be meant for an object of the bucket; what is denied there
/// may not. Source:
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html>
#[test]
fn of_a_bucket_its_objects_are_asked_for() {
    let bucket = json!({"bucket": "logs", "arn": "arn:aws:s3:::logs"});
    let stack = |statements| role(statements).with("aws_s3_bucket.logs", bucket.clone());
    let on = |resource: &str| json!([{"Effect": "Allow", "Action": "s3:*", "Resource": resource}]);
    for (resource, put, list) in [
        ("arn:aws:s3:::logs/*", Allowed, Missing),
        ("arn:aws:s3:::logs/payments/*", Allowed, Missing),
        ("arn:aws:s3:::logs", Missing, Allowed),
        ("arn:aws:s3:::logs*", Allowed, Allowed),
        ("arn:aws:s3:::other/*", Missing, Missing),
    ] {
        assert_eq!(
            stack(on(resource)).ask("s3:PutObject", "aws_s3_bucket.logs"),
            put,
            "{resource}"
        );
        assert_eq!(
            stack(on(resource)).ask("s3:ListBucket", "aws_s3_bucket.logs"),
            list,
            "{resource}"
        );
    }
    let deny = |resource: &str| {
        stack(json!([
            {"Effect": "Allow", "Action": "s3:*", "Resource": "*"},
            {"Effect": "Deny", "Action": "s3:PutObject", "Resource": resource},
        ]))
    };
    assert_eq!(deny("arn:aws:s3:::logs/*").ask("s3:PutObject", "aws_s3_bucket.logs"), Denied);
    assert_eq!(
        deny("arn:aws:s3:::logs/archive/*").ask("s3:PutObject", "aws_s3_bucket.logs"),
        Unknown
    );
    assert_eq!(deny("arn:aws:s3:::logs").ask("s3:PutObject", "aws_s3_bucket.logs"), Allowed);
}
