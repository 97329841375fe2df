use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-lambda-runtime-deprecated",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "FN-1"],
    page: include_str!("../../../docs/rules/aws-lambda-runtime-deprecated.md"),
    check,
};

/// Runtimes that AWS no longer patches, although functions can still be made with them, and since when.
/// Source: Lambda Developer Guide, "Deprecated runtimes".
const DEPRECATED: [(&str, &str); 5] = [
    ("dotnet6", "December 2024"),
    ("nodejs16.x", "June 2024"),
    ("nodejs18.x", "September 2025"),
    ("python3.8", "October 2024"),
    ("python3.9", "December 2025"),
];

fn check(check: &mut Check) {
    for function in check.all("aws_lambda_function") {
        let runtime = function.at("runtime");
        check.accept(&runtime, runtime.text(), |runtime| {
            let (_, since) = DEPRECATED.iter().find(|(name, _)| *name == runtime)?;
            Some(format!("{runtime} has got no security patches since {since}"))
        });
    }
}
