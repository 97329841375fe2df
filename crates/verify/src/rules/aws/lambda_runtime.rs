use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-lambda-runtime",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "FN-1"],
    page: include_str!("../../../docs/rules/aws-lambda-runtime.md"),
    check,
};

/// Runtimes with which no function can be made any more.
/// Source: Lambda Developer Guide, "Deprecated runtimes", block function create.
const BLOCKED: [&str; 21] = [
    "dotnet5.0",
    "dotnetcore1.0",
    "dotnetcore2.0",
    "dotnetcore2.1",
    "dotnetcore3.1",
    "go1.x",
    "java8",
    "nodejs",
    "nodejs10.x",
    "nodejs12.x",
    "nodejs14.x",
    "nodejs4.3",
    "nodejs4.3-edge",
    "nodejs6.10",
    "nodejs8.10",
    "provided",
    "python2.7",
    "python3.6",
    "python3.7",
    "ruby2.5",
    "ruby2.7",
];

fn check(check: &mut Check) {
    for function in check.all("aws_lambda_function") {
        let runtime = function.at("runtime");
        check.accept(&runtime, runtime.text(), |runtime| {
            BLOCKED.contains(&runtime).then(|| format!("AWS makes no functions with {runtime} any more"))
        });
    }
}
