//! [`Declared`]: the alarms of the module, by their purpose.

use std::collections::BTreeMap;

use crate::aws::{AwsCloudwatchCompositeAlarm, AwsCloudwatchMetricAlarm};
use terraform::tf::{DeclareError, Handle};

/// The declared alarms, for what refers to them.
#[derive(Debug, Default)]
pub struct Declared {
    /// Alarms on metrics.
    pub metric: BTreeMap<String, Handle<AwsCloudwatchMetricAlarm>>,
    /// Alarms over other alarms.
    pub composite: BTreeMap<String, Handle<AwsCloudwatchCompositeAlarm>>,
}

impl Declared {
    /// The alarm on a metric.
    pub fn metric(&self, purpose: &str) -> Result<&Handle<AwsCloudwatchMetricAlarm>, DeclareError> {
        self.metric.get(purpose).ok_or_else(|| DeclareError::NotDeclared(purpose.to_owned()))
    }

    /// The alarm over other alarms.
    pub fn composite(
        &self,
        purpose: &str,
    ) -> Result<&Handle<AwsCloudwatchCompositeAlarm>, DeclareError> {
        self.composite.get(purpose).ok_or_else(|| DeclareError::NotDeclared(purpose.to_owned()))
    }
}
