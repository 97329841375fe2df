//! What Step Functions can call from a state, and what each needs.

/// Services whose IAM prefix is not their name in the SDK for Java, by which states name them.
/// Source: Step Functions Developer Guide, "Supported AWS SDK service integrations".
const PREFIXES: [(&str, &str); 6] = [
    ("sfn", "states"),
    ("cloudwatchlogs", "logs"),
    ("eventbridge", "events"),
    ("elasticloadbalancingv2", "elasticloadbalancing"),
    ("efs", "elasticfilesystem"),
    ("rdsdata", "rds-data"),
];

/// What is invoked.
pub const FUNCTIONS: &[&str] = &["aws_lambda_function", "aws_lambda_alias"];

/// By the service of an action, the argument that names what it is made on, and what that can be.
/// Source: API reference of each.
pub const NAMES: [(&str, &str, &[&str]); 9] = [
    ("codebuild", "ProjectName", &["aws_codebuild_project"]),
    ("dynamodb", "TableName", &["aws_dynamodb_table"]),
    ("ecs", "TaskDefinition", &["aws_ecs_task_definition"]),
    ("lambda", "FunctionName", FUNCTIONS),
    ("s3", "Bucket", &["aws_s3_bucket"]),
    ("secretsmanager", "SecretId", &["aws_secretsmanager_secret"]),
    ("sns", "TopicArn", &["aws_sns_topic"]),
    ("sqs", "QueueUrl", &["aws_sqs_queue"]),
    ("states", "StateMachineArn", &["aws_sfn_state_machine"]),
];

/// By an integration, the rule of EventBridge by which Step Functions waits for what it starts.
/// Source: Step Functions Developer Guide, "IAM policies" of each.
pub const MANAGED_RULES: [(&str, &str); 5] = [
    ("batch:submitJob.sync", "StepFunctionsGetEventsForBatchJobsRule"),
    ("codebuild:startBuild.sync", "StepFunctionsGetEventForCodeBuildStartBuildRule"),
    ("ecs:runTask.sync", "StepFunctionsGetEventsForECSTaskRule"),
    ("states:startExecution.sync", "StepFunctionsGetEventsForStepFunctionsExecutionRule"),
    ("states:startExecution.sync:2", "StepFunctionsGetEventsForStepFunctionsExecutionRule"),
];

/// Integrations that Step Functions has made easier to call, with what each needs.
/// Source: Step Functions Developer Guide, "Integrating optimized services with Step Functions",
/// "IAM policies" of each.
pub const OPTIMIZED: [(&str, &[&str]); 33] = [
    ("lambda:invoke", &["lambda:InvokeFunction"]),
    ("sqs:sendMessage", &["sqs:SendMessage"]),
    ("sns:publish", &["sns:Publish"]),
    ("dynamodb:getItem", &["dynamodb:GetItem"]),
    ("dynamodb:putItem", &["dynamodb:PutItem"]),
    ("dynamodb:updateItem", &["dynamodb:UpdateItem"]),
    ("dynamodb:deleteItem", &["dynamodb:DeleteItem"]),
    ("events:putEvents", &["events:PutEvents"]),
    ("states:startExecution", &["states:StartExecution"]),
    (
        "states:startExecution.sync",
        &["states:StartExecution", "states:DescribeExecution", "states:StopExecution"],
    ),
    (
        "states:startExecution.sync:2",
        &["states:StartExecution", "states:DescribeExecution", "states:StopExecution"],
    ),
    ("ecs:runTask", &["ecs:RunTask"]),
    ("ecs:runTask.sync", &["ecs:RunTask", "ecs:StopTask", "ecs:DescribeTasks"]),
    ("batch:submitJob", &["batch:SubmitJob"]),
    ("batch:submitJob.sync", &["batch:SubmitJob", "batch:DescribeJobs", "batch:TerminateJob"]),
    ("glue:startJobRun", &["glue:StartJobRun"]),
    (
        "glue:startJobRun.sync",
        &["glue:StartJobRun", "glue:GetJobRun", "glue:GetJobRuns", "glue:BatchStopJobRun"],
    ),
    ("codebuild:startBuild", &["codebuild:StartBuild"]),
    (
        "codebuild:startBuild.sync",
        &["codebuild:StartBuild", "codebuild:StopBuild", "codebuild:BatchGetBuilds"],
    ),
    ("http:invoke", &["states:InvokeHTTPEndpoint", "events:RetrieveConnectionCredentials"]),
    ("apigateway:invoke", &["execute-api:Invoke"]),
    ("athena:startQueryExecution", &["athena:StartQueryExecution"]),
    (
        "athena:startQueryExecution.sync",
        &["athena:StartQueryExecution", "athena:StopQueryExecution", "athena:GetQueryExecution"],
    ),
    ("athena:stopQueryExecution", &["athena:StopQueryExecution"]),
    ("athena:getQueryExecution", &["athena:GetQueryExecution"]),
    ("athena:getQueryResults", &["athena:GetQueryResults"]),
    ("bedrock:invokeModel", &["bedrock:InvokeModel"]),
    ("s3:getObject", &["s3:GetObject"]),
    ("s3:listObjectsV2", &["s3:ListBucket"]),
    ("s3:putObject", &["s3:PutObject"]),
    // Kubernetes, not IAM, decides what these may do in the cluster.
    ("eks:call", &[]),
    ("eks:runJob", &[]),
    ("eks:runJob.sync", &[]),
];

/// `rds:describeDBClusters`, behind `aws-sdk:`, calls `rds:DescribeDBClusters`.
pub fn action_of_sdk(integration: &str) -> Option<String> {
    let (service, call) = integration.split_once(':')?;
    let call = call.split('.').next()?;
    let prefix =
        PREFIXES.iter().find(|(name, _)| *name == service).map_or(service, |(_, prefix)| prefix);
    let (first, rest) = call.split_at_checked(1)?;
    let wanted = format!("{prefix}:{}{rest}", first.to_ascii_uppercase());
    // IAM's spelling differs: the SDK for Java writes acronyms as words, as in
    // `describeDbClusters`.
    crate::iam_actions::spelt(&wanted)
}
