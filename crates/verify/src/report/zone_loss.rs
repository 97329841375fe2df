//! [`ZoneLoss`]: what is left when zones are lost, as it is reported.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::loss::{Impact, Row, ZoneLossAnalysis};
use crate::reach::Reach;

/// What is left when zones are lost.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct ZoneLoss {
    /// The zones in which anything is.
    pub zones: Vec<String>,
    /// Each zone, then each pair; no pairs of more than 16 zones, and nothing of more than 64.
    pub cases: Vec<LossCase>,
}

/// What is left when some zones are lost.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LossCase {
    /// The zones.
    pub lost: Vec<String>,
    /// The worst fate of anything: `survives`, `degraded`, `unknown` or `lost`.
    pub verdict: &'static str,
    /// The fate of everything that is in zones.
    pub resources: Vec<ResourceFate>,
    /// The addresses of the alarms that it raises.
    pub alarms: Vec<String>,
    /// The flows that something which is left needs a lost zone for.
    pub flows: Vec<SeveredFlow>,
}

/// A flow that is no longer possible.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SeveredFlow {
    /// Who is left and does not connect.
    pub from: String,
    /// To whom.
    pub to: String,
    /// The port.
    pub port: u16,
    /// Whether nobody who is left connects any more.
    pub is_whole: bool,
}

impl fmt::Display for SeveredFlow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} does not reach {} on port {}", self.from, self.to, self.port)
    }
}

impl SeveredFlow {
    fn all(reach: &Reach, lost: &[&str]) -> Vec<Self> {
        let severed = reach.severed(lost).into_iter().map(|severed| Self {
            from: severed.from.name(&reach.network),
            to: severed.flow.to.to_string(),
            port: severed.flow.port,
            is_whole: severed.is_whole,
        });
        severed.collect()
    }
}

/// The fate of one resource.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ResourceFate {
    /// Its address.
    pub address: String,
    /// Its zones.
    pub zones: Vec<String>,
    /// The impact on it.
    #[serde(flatten)]
    pub fate: Impact,
}

impl ZoneLoss {
    pub(super) fn of(loss: &ZoneLossAnalysis, reach: &Reach) -> Self {
        let cases = loss.cases.iter().enumerate().map(|(place, case)| {
            let flows = SeveredFlow::all(reach, &case.lost);
            LossCase {
                lost: case.lost.iter().map(|zone| (*zone).to_owned()).collect(),
                verdict: with_flows(loss.verdict(place), &flows),
                resources: loss.rows.iter().map(|row| ResourceFate::of(row, place)).collect(),
                alarms: case.alarms.iter().map(|alarm| alarm.address().to_owned()).collect(),
                flows,
            }
        });
        Self {
            zones: loss.zones.iter().map(|zone| (*zone).to_owned()).collect(),
            cases: cases.collect(),
        }
    }
}

const BEST_FIRST: [&str; 4] = ["survives", "degraded", "unknown", "lost"];

fn worse(one: &'static str, other: &'static str) -> &'static str {
    let rank = |verdict| BEST_FIRST.iter().position(|known| *known == verdict);
    if rank(other) > rank(one) { other } else { one }
}

/// The verdict where something that is left does not reach what it needs: what nobody reaches any
/// more is as good as lost.
fn with_flows(verdict: &'static str, flows: &[SeveredFlow]) -> &'static str {
    flows.iter().map(|flow| if flow.is_whole { "lost" } else { "degraded" }).fold(verdict, worse)
}

impl ZoneLoss {
    /// The worst verdict of the loss of one zone; none where nothing is in zones.
    pub fn worst(&self) -> Option<&'static str> {
        self.cases.iter().filter(|case| case.lost.len() == 1).map(|case| case.verdict).reduce(worse)
    }
}

impl ResourceFate {
    fn of(row: &Row, case: usize) -> Self {
        Self {
            address: row.resource.address().to_owned(),
            zones: row.zones.iter().map(|zone| (*zone).to_owned()).collect(),
            fate: row.impacts[case].clone().map(|why| row.resource.inventory().redacted(&why)),
        }
    }
}
