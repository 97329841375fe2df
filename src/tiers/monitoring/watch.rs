//! [`Watch`]: one thing that is watched. From it come its alarms, its widget and its runbook, one
//! of each kind, so that no alarm is without a page and no page without an alarm.

use super::alarm::Alarm;
use super::composite::Composite;
use super::help::Help;
use super::metric::Metric;
use super::runbooks;

/// One thing that is watched; in each zone or instance it has an alarm of its own.
#[derive(Debug, Clone)]
pub struct Watch {
    /// Name of its runbook, `runbooks/<page>.md`.
    pub page: &'static str,
    /// What a person calls it.
    pub title: &'static str,
    /// Where it is on the dashboard.
    pub section: Section,
    /// Its alarms.
    pub alarms: Vec<Alarm>,
    /// Its alarms over other alarms.
    pub composites: Vec<Composite>,
    /// Metrics drawn beside it that no alarm watches.
    pub beside: Vec<Metric>,
}

/// The parts of the dashboard, from the customer to the storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Service level objectives.
    Customer,
    /// Requests.
    Traffic,
    /// Errors.
    Errors,
    /// Response times.
    Latency,
    /// Tasks of the service.
    Tasks,
    /// The validation function.
    Validation,
    /// Database.
    Database,
    /// Recovery points.
    RecoveryPoint,
    /// Availability zones.
    Zones,
    /// Delivery of notifications.
    Delivery,
}

impl Watch {
    /// A watch with these alarms.
    pub fn new<A: IntoIterator<Item = Alarm>>(
        section: Section,
        page: &'static str,
        title: &'static str,
        alarms: A,
    ) -> Self {
        let alarms = alarms.into_iter().collect();
        Watch { page, title, section, alarms, composites: Vec::new(), beside: Vec::new() }
    }

    /// Adds composite alarms over its alarms.
    pub fn composed(self, composites: impl IntoIterator<Item = Composite>) -> Self {
        Watch { composites: composites.into_iter().collect(), ..self }
    }

    /// With metrics beside it on the dashboard.
    pub fn beside(self, metrics: impl IntoIterator<Item = Metric>) -> Self {
        Watch { beside: metrics.into_iter().collect(), ..self }
    }

    /// What its alarms say when they go off.
    pub fn description(&self, help: &Help) -> String {
        format!("{} {}", runbooks::meaning(self.page), help.with(self.page))
    }
}
