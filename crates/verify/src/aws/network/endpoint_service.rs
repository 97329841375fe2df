//! The names of AWS services in the names of their endpoints.

/// The prefixes of actions that a program calls itself, and the service whose endpoint it finds.
/// Source: Service Authorization Reference, "service prefix"; AWS PrivateLink guide, "AWS services
/// that integrate with AWS PrivateLink".
pub const SERVICES: [(&str, &str); 28] = [
    ("appconfig", "appconfigdata"),
    ("athena", "athena"),
    ("bedrock", "bedrock-runtime"),
    ("cloudwatch", "monitoring"),
    ("cognito-idp", "cognito-idp"),
    ("dynamodb", "dynamodb"),
    ("ecs", "ecs"),
    ("events", "events"),
    ("firehose", "kinesis-firehose"),
    ("glue", "glue"),
    ("kinesis", "kinesis-streams"),
    ("lambda", "lambda"),
    ("logs", "logs"),
    ("rds-data", "rds-data"),
    ("rekognition", "rekognition"),
    ("s3", "s3"),
    ("scheduler", "scheduler"),
    ("secretsmanager", "secretsmanager"),
    ("ses", "email"),
    ("sns", "sns"),
    ("sqs", "sqs"),
    ("ssm", "ssm"),
    ("ssmmessages", "ssmmessages"),
    ("states", "states"),
    ("sts", "sts"),
    ("textract", "textract"),
    ("timestream", "timestream.query"),
    ("xray", "xray"),
];

/// The service of a name, as one that lives as long as the program; none where it is not known
/// here.
pub fn known(name: &str) -> Option<&'static str> {
    const OTHERS: [&str; 4] = ["ecr.api", "ecr.dkr", "kms", "cloudfront.origin-facing"];
    SERVICES.iter().map(|(_, service)| *service).chain(OTHERS).find(|service| *service == name)
}

/// What the endpoint is called to which an action goes. Of a prefix that is not in the table, it is
/// called the same. Source: Amazon ECR User Guide, "Amazon ECR interface VPC endpoints": images are
/// pulled through `ecr.dkr`.
pub fn of_action(action: &str) -> &str {
    let (prefix, name) = action.split_once(':').unwrap_or((action, ""));
    match (prefix, name) {
        ("ecr", "GetAuthorizationToken") => "ecr.api",
        ("ecr", _) => "ecr.dkr",
        _ => {
            SERVICES.iter().find(|(own, _)| *own == prefix).map_or(prefix, |(_, service)| *service)
        }
    }
}
