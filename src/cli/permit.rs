//! `paytf permit`: the calls that a stack needs and whether they are allowed, or one call and what
//! decides it.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::ValueEnum;
use serde_json::{Value as Json, json};

use super::screen;
use super::subject::{Policy, Reading, Subject};
use verify::Inventory;
use verify::permit::{
    Caller, Context, Decision, Permissions, Request, Target, Unneeded, Verdict, unneeded, verdicts,
};

/// Shows the calls that the stack needs, derived from its plan or declared in the policy file, and
/// whether the policies of the plan allow each; or answers one call with the statement that
/// decides. It proves what the plan's policies allow, not that AWS does what its documentation
/// says.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  paytf permit .
      every call that the stack needs
  paytf permit . module.iam.aws_iam_role.task s3:GetObject module.storage.aws_s3_bucket.logs
  paytf permit . --unneeded                      what roles may do that no known call needs
  terraform show -json tfplan | paytf permit - --source .

Exit codes: 0 all calls are allowed; 1 a call is not allowed, or unknown; 2 wrong options or bad \
                        input.")]
pub struct Permit {
    /// A folder of Terraform files, a plan or a state; `-` reads from stdin.
    #[arg(value_name = "DIR|PLAN.json|STATE.json", default_value = ".")]
    pub subject: PathBuf,
    /// The role that makes the call, by its address.
    #[arg(value_name = "ROLE", requires = "resource")]
    pub role: Option<String>,
    /// The action, such as `s3:GetObject`.
    #[arg(value_name = "ACTION")]
    pub action: Option<String>,
    /// The resource: an address, an ARN, or `*`.
    #[arg(value_name = "RESOURCE")]
    pub resource: Option<String>,
    /// Show what roles may do that no derived or declared call needs, instead of the calls.
    #[arg(long, conflicts_with = "role")]
    pub unneeded: bool,
    /// The format of the output.
    #[arg(long, value_enum, default_value_t = PermitFormat::Text)]
    pub format: PermitFormat,
    /// How the configuration is read.
    #[command(flatten)]
    pub reading: Reading,
    /// The policy file.
    #[command(flatten)]
    pub policy: Policy,
}

/// How calls are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PermitFormat {
    /// For people.
    Text,
    /// A list of calls.
    Json,
}

/// Reads, decides, and shows.
pub fn run(arguments: &Permit) -> Result<ExitCode> {
    let (Subject { name, inventory, .. }, _) =
        Subject::with_policy(&arguments.subject, &arguments.reading, &arguments.policy)?;
    let permissions = Permissions::of_inventory(&inventory);
    if arguments.unneeded {
        return show_unneeded(&name, &inventory, &permissions, arguments.format);
    }
    let answers = match (&arguments.role, &arguments.action, &arguments.resource) {
        (Some(role), Some(action), Some(on)) => {
            let Some(found) = inventory.at(role).filter(|found| found.kind() == "aws_iam_role")
            else {
                bail!(
                    "{name}: has no role {role}; `paytf show` lists what it has: give its \
                     address, as module.iam.aws_iam_role.task"
                );
            };
            if !action.contains(':') {
                bail!("{action}: an action has a service before it, as s3:GetObject");
            }
            let target = match inventory.at(on) {
                Some(resource) => Target::Resource(resource),
                None if on == "*" => Target::Anything,
                None if on.starts_with("arn:") => Target::Arn(on.clone()),
                None => bail!("{name}: has no {on}; give the address of a resource, an ARN, or *"),
            };
            let request =
                Request { action, on: target, context: Context::default(), through: Vec::new() };
            let decision = permissions.decide(Caller::Role(found), &request);
            let of_nothing = Answer { who: role.clone(), on: on.clone(), ..Answer::default() };
            vec![of_nothing.with(&inventory, action, &decision)]
        }
        _ => verdicts(&inventory, &permissions)
            .iter()
            .flat_map(|verdict| answers(&inventory, verdict))
            .collect(),
    };
    let text = match arguments.format {
        PermitFormat::Json => {
            serde_json::to_string_pretty(&answers.iter().map(Answer::json).collect::<Vec<_>>())?
                + "\n"
        }
        PermitFormat::Text if answers.is_empty() => {
            format!("{name}: nothing in it makes a call that paytf derives.\n")
        }
        PermitFormat::Text => screen::fit(
            &(answers.iter().map(Answer::line).collect::<String>() + &summary(&answers)),
        )
        .into_owned(),
    };
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(ExitCode::from(u8::from(answers.iter().any(|answer| answer.answer != "allowed"))))
}

/// What roles are allowed though no call needs it. A note: a program may do more than a plan shows.
fn show_unneeded(
    name: &str,
    inventory: &Inventory,
    permissions: &Permissions,
    format: PermitFormat,
) -> Result<ExitCode> {
    let found = unneeded(inventory, permissions, &verdicts(inventory, permissions));
    let line = |one: &Unneeded| match one {
        Unneeded::Actions(role, statement, actions) => {
            let (actions, statement) =
                (inventory.redacted(&actions.join(", ")), inventory.redacted(statement));
            format!("unneeded {} may do {actions}\n         {statement}\n", role.address())
        }
        Unneeded::Unknown(role, reason) => {
            format!("unknown  {}\n         {}\n", role.address(), inventory.redacted(reason))
        }
    };
    let json = |one: &Unneeded| match one {
        Unneeded::Actions(role, statement, actions) => {
            let actions: Vec<_> = actions.iter().map(|action| inventory.redacted(action)).collect();
            let statement = inventory.redacted(statement);
            json!({"role": role.address(), "answer": "unneeded", "actions": actions, "statement": statement})
        }
        Unneeded::Unknown(role, reason) => {
            json!({"role": role.address(), "answer": "unknown", "why": inventory.redacted(reason)})
        }
    };
    let text = match format {
        PermitFormat::Json => {
            serde_json::to_string_pretty(&found.iter().map(json).collect::<Vec<_>>())? + "\n"
        }
        PermitFormat::Text if found.is_empty() => {
            format!("{name}: whatever roles are allowed, a call needs.\n")
        }
        PermitFormat::Text => {
            let rest = "\nA program may do more than a plan shows: declare such calls in the \
                        policy file ([[call]]).\n";
            screen::fit(&(found.iter().map(line).collect::<String>() + rest)).into_owned()
        }
    };
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// One call with its answer. What Terraform calls sensitive is in none of it.
#[derive(Debug, Clone, Default)]
struct Answer {
    who: String,
    purpose: String,
    action: String,
    on: String,
    source: &'static str,
    answer: &'static str,
    why: String,
}

/// Each action of a purpose; where one is enough, the one that decides.
fn answers(inventory: &Inventory, verdict: &Verdict) -> Vec<Answer> {
    let call = &verdict.call;
    let answer = Answer {
        who: verdict.callers(),
        purpose: inventory.redacted(&call.purpose),
        on: inventory.redacted(&call.on.name()),
        source: call.source,
        ..Answer::default()
    };
    if call.any {
        let actions: Vec<_> = verdict.decisions.iter().map(|(action, _)| &**action).collect();
        return vec![answer.with(inventory, &actions.join(" or "), &verdict.decision())];
    }
    verdict
        .decisions
        .iter()
        .map(|(action, decision)| answer.clone().with(inventory, action, decision))
        .collect()
}

impl Answer {
    fn with(self, inventory: &Inventory, action: &str, decision: &Decision) -> Self {
        let (answer, why) = match decision {
            Decision::Allowed(statement) => ("allowed", statement),
            Decision::Denied(statement) => ("denied", statement),
            Decision::Missing(reason) => ("missing", reason),
            Decision::Unknown(reason) => ("unknown", reason),
        };
        Self { action: inventory.redacted(action), answer, why: inventory.redacted(why), ..self }
    }

    fn line(&self) -> String {
        let Self { who, purpose, action, on, answer, why, .. } = self;
        let purpose = if purpose.is_empty() { String::new() } else { format!("{purpose}: ") };
        format!("{answer:8} {purpose}{who} does {action} on {on}\n         {why}\n")
    }

    fn json(&self) -> Json {
        let Self { who, purpose, action, on, source, answer, why } = self;
        json!({
            "caller": who, "purpose": purpose, "action": action, "resource": on, "answer": answer, "why": why,
            "source": source,
        })
    }
}

fn summary(answers: &[Answer]) -> String {
    let count = |wanted: &str| answers.iter().filter(|answer| answer.answer == wanted).count();
    let denied = count("denied") + count("missing");
    format!("\n{} allowed, {denied} not allowed, {} unknown.\n", count("allowed"), count("unknown"))
}
