//! The evidence as OSCAL assessment results, for tools of governance: a finding for each
//! requirement, satisfied only where the plan shows it; for a stack that paytf did not write, for
//! each rule that judged something. Source:
//! <https://pages.nist.gov/OSCAL-Reference/models/v1.2.3/assessment-results/json-reference/>.

use serde_json::{Value, json};
use thiserror::Error;
use uuid::Uuid;

use super::{Evidence, Folded, Verdict};

/// The version of OSCAL that is written.
const OSCAL_VERSION: &str = "1.2.3";

/// Why no assessment results can be written.
#[derive(Debug, Error)]
pub enum OscalError {
    /// OSCAL asks when it was assessed.
    #[error(
        "--format oscal: the plan does not say when it was made, and assessment results need a \
         date; give --date YYYY-MM-DD"
    )]
    NoDate,
}

/// One thing that is judged.
struct Judged<'a> {
    id: &'a str,
    title: &'a str,
    verdict: Verdict,
    why: &'a str,
    rows: Vec<&'a Folded>,
}

/// The assessment results.
///
/// # Errors
/// When neither the plan nor `--date` tells a date.
pub fn oscal(evidence: &Evidence) -> Result<Value, OscalError> {
    let at = match evidence.plan.date.as_str() {
        "" => return Err(OscalError::NoDate),
        day if day.contains('T') => day.to_owned(),
        day => format!("{day}T00:00:00Z"),
    };
    let id = |of: &str| id_of(&evidence.plan.sha256, of);
    let judged = judged(evidence);
    let observed: Vec<_> = judged
        .iter()
        .filter(|it| !it.rows.is_empty())
        .map(|it| observation(it, &at, &id))
        .collect();
    let findings: Vec<_> = judged.iter().map(|it| finding(it, &id)).collect();
    let controls: Vec<_> = judged.iter().map(|it| json!({"control-id": it.id})).collect();
    let selection = match controls.is_empty() {
        true => json!({"description": "Nothing was judged."}),
        false => json!({"include-controls": controls}),
    };
    let mut result = json!({
        "uuid": id("result"),
        "title": format!("What {} shows", one_line(&evidence.plan.file)),
        "description": "What rules and facts judged in a Terraform plan. A requirement is \
                        satisfied only where the plan shows it.",
        "start": at,
        "props": props(evidence),
        "reviewed-controls": {"control-selections": [selection]},
    });
    for (name, list) in [("observations", observed), ("findings", findings)] {
        if !list.is_empty() {
            result[name] = list.into();
        }
    }
    Ok(json!({"assessment-results": {
        "uuid": id("assessment-results"),
        "metadata": {
            "title": "Evidence of a Terraform plan",
            "last-modified": at,
            "version": evidence.plan.sha256.get(..12).unwrap_or("0"),
            "oscal-version": OSCAL_VERSION,
        },
        "import-ap": {"href": format!("#{}", id("plan")), "remarks": "paytf evidence: \
            docs/requirements.md says what is judged."},
        "results": [result],
        "back-matter": {"resources": [{
            "uuid": id("plan"),
            "title": "What was assessed",
            "description": format!(
                "{}, SHA-256 {}", one_line(&evidence.plan.file), evidence.plan.sha256
            ),
        }]},
    }}))
}

fn judged(evidence: &Evidence) -> Vec<Judged<'_>> {
    let requirements = evidence.requirements.iter().map(|it| Judged {
        id: it.id,
        title: it.text,
        verdict: it.verdict,
        why: &it.why,
        rows: it.sentences.iter().flat_map(|sentence| &sentence.rows).collect(),
    });
    let rules = evidence.topics.iter().flat_map(|topic| &topic.rules).map(|it| {
        let why = it.rows.first().map_or("", |row| &row.reason);
        Judged {
            id: it.rule,
            title: it.title,
            verdict: it.verdict,
            why,
            rows: it.rows.iter().collect(),
        }
    });
    requirements.chain(rules).collect()
}

fn finding(judged: &Judged, id: &impl Fn(&str) -> String) -> Value {
    let (state, reason) = match judged.verdict {
        Verdict::Met => ("satisfied", "pass"),
        Verdict::Failed => ("not-satisfied", "fail"),
        Verdict::NotAssessed | Verdict::NotShown | Verdict::Unknown => ("not-satisfied", "other"),
    };
    let remarks = match judged.verdict {
        Verdict::Met => "The plan shows it.".to_owned(),
        Verdict::Failed => judged.why.to_owned(),
        Verdict::Unknown => format!("Unknown, which is no finding against it: {}", judged.why),
        Verdict::NotAssessed => {
            format!("Not assessed, which is no finding against it: {}", judged.why)
        }
        Verdict::NotShown => {
            format!("Not shown by this plan, which is no finding against it: {}", judged.why)
        }
    };
    let mut finding = json!({
        "uuid": id(&format!("finding {}", judged.id)),
        "title": one_line(&format!("{}: {}", judged.id, judged.title)),
        "description": judged.title,
        "target": {
            "type": "objective-id",
            "target-id": judged.id,
            "status": {"state": state, "reason": reason, "remarks": remarks},
        },
    });
    if !judged.rows.is_empty() {
        finding["related-observations"] =
            json!([{"observation-uuid": id(&format!("observation {}", judged.id))}]);
    }
    finding
}

fn observation(judged: &Judged, at: &str, id: &impl Fn(&str) -> String) -> Value {
    let seen = judged.rows.iter().map(|row| {
        let what = [&row.attribute, &row.value]
            .into_iter()
            .filter(|text| !text.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" = ");
        let reason =
            if row.reason.is_empty() { String::new() } else { format!(": {}", row.reason) };
        json!({
            "description": format!(
                "{} [{}] {}: {what}{reason}", row.by, word(row.verdict), row.addresses.join(", ")
            )
        })
    });
    json!({
        "uuid": id(&format!("observation {}", judged.id)),
        "title": one_line(judged.id),
        "description": judged.title,
        "methods": ["TEST"],
        "collected": at,
        "relevant-evidence": seen.collect::<Vec<_>>(),
    })
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::NotAssessed => "not assessed",
        Verdict::NotShown => "not shown",
        Verdict::Unknown => "unknown",
        Verdict::Failed => "failed",
    }
}

fn props(evidence: &Evidence) -> Vec<Value> {
    let plan = &evidence.plan;
    let known = [
        ("commit", &plan.commit),
        ("account", &plan.account),
        ("region", &plan.region),
        ("environment", &plan.environment),
    ];
    let known = known.into_iter().filter(|(_, value)| !value.is_empty());
    let known = known.map(|(name, value)| (name, value.as_str()));
    let all = known
        .chain([("plan-sha256", plan.sha256.as_str()), ("paytf-version", evidence.paytf_version)]);
    all.map(|(name, value)| json!({"name": name, "ns": "https://github.com/paytf/paytf", "value": one_line(value)}))
        .collect()
}

/// The same for the same plan, so that two documents can be compared.
fn id_of(sha256: &str, of: &str) -> String {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("paytf evidence {sha256} {of}").as_bytes())
        .to_string()
}

/// OSCAL takes no line breaks in a title.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
