//! What an environment has that is paid for, counted in what is generated for it.

use paytf::config::{Config, Profile};
use paytf::files::{self, Files};
use paytf::render::Format;
use serde_json::Value;

use super::prices::Prices;

/// Zones: what is once in each.
pub const ZONES: f64 = 3.0;

/// The environment of one profile.
pub struct Environment {
    pub config: Config,
    files: Files,
}

impl Environment {
    pub fn of(profile: Profile) -> Self {
        let config = Config::defaults(profile, "staging".parse().unwrap());
        let files = files::of_stack(&config, Format::Json, vec![].into()).unwrap();
        Self { config, files }
    }

    /// The resources of a type in a module.
    fn resources(&self, module: &str, kind: &str) -> Vec<Value> {
        let main: Value =
            serde_json::from_slice(&self.files[&format!("modules/{module}/main.tf.json")]).unwrap();
        main["resource"][kind]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(_, resource)| resource.clone())
            .collect()
    }

    pub fn count(&self, module: &str, kind: &str) -> f64 {
        self.resources(module, kind).len() as f64
    }

    /// Interface endpoints; those of S3 are of the kind that costs nothing.
    pub fn interface_endpoints(&self) -> f64 {
        let endpoints = self.resources("network", "aws_vpc_endpoint");
        endpoints.iter().filter(|endpoint| endpoint["vpc_endpoint_type"] == "Interface").count()
            as f64
    }

    /// Metrics that alarms watch: an alarm on an expression is paid for each metric in it.
    pub fn alarm_metrics(&self) -> f64 {
        let of_alarm = |alarm: &Value| match alarm["metric_query"].as_array() {
            Some(queries) => queries.iter().filter(|query| query["metric"].is_object()).count(),
            None => 1,
        };
        self.resources("monitoring", "aws_cloudwatch_metric_alarm")
            .iter()
            .map(of_alarm)
            .sum::<usize>() as f64
    }

    pub fn firewall_rules(&self) -> f64 {
        let firewalls = self.resources("application", "aws_wafv2_web_acl");
        firewalls
            .iter()
            .map(|firewall| firewall["rule_json"].as_str().unwrap().matches("Priority = ").count())
            .sum::<usize>() as f64
    }

    /// An instance of the database, a month.
    pub fn database_instance(&self, prices: &Prices) -> f64 {
        prices.instance(self.config.database.instance_class.as_str()).usd * prices.hours_per_month
    }

    /// RDS Proxy for one instance, a month.
    pub fn proxy_of_an_instance(&self, prices: &Prices) -> f64 {
        let vcpus = prices.instance(self.config.database.instance_class.as_str()).vcpus;
        self.count("database", "aws_db_proxy") * vcpus * prices.monthly("database_proxy_vcpu")
    }

    /// A task, a month.
    pub fn task(&self, prices: &Prices) -> f64 {
        let size = self.config.application.task_size;
        f64::from(size.cpu()) / 1024.0 * prices.monthly("fargate_arm_vcpu")
            + f64::from(size.memory_mib()) / 1024.0 * prices.monthly("fargate_arm_gb")
    }
}
