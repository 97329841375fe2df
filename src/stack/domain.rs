//! The inputs of the domain tier.

use super::environment::Environment;
use crate::config;
use crate::tiers::application::Application;
use crate::tiers::domain::Inputs;
use terraform::tf::outputs_of;
use terraform::wire;

impl Environment<'_> {
    pub fn domain_inputs(&self, domain: &config::Domain) -> Inputs {
        let app = outputs_of::<Application>();
        wire!(Inputs {
            environment_suffix: &self.suffix,
            domain_name: domain.name.as_str(),
            hosted_zone_id: domain.hosted_zone_id.as_str(),
            load_balancer_dns_name: app.load_balancer_dns_name,
            load_balancer_zone_id: app.load_balancer_zone_id,
            health_check_path: self.config.application.health_check_path.as_str(),
        })
    }
}
