//! The values of the root module's outputs.

use super::Results;
use super::environment::Environment;
use crate::tiers::{
    application::Application, database::Database, monitoring::Monitoring, network::Network,
    resilience::Resilience, storage::Storage, validation::Validation,
};
use terraform::tf::outputs_of;
use terraform::wire;

impl Environment<'_> {
    /// The outputs of the root module, from those of its tiers.
    pub fn results(&self) -> Results {
        let (app, db, topics) =
            (outputs_of::<Application>(), outputs_of::<Database>(), outputs_of::<Monitoring>());
        wire!(Results {
            load_balancer_dns_name: app.load_balancer_dns_name,
            load_balancer_zone_id: app.load_balancer_zone_id,
            repository_url: app.repository_url,
            ecs_cluster_name: app.cluster_name,
            ecs_service_name: app.service_name,
            database_cluster_identifier: db.cluster_identifier,
            database_cluster_arn: db.cluster_arn,
            database_writer_endpoint: db.writer_endpoint,
            database_reader_endpoint: db.reader_endpoint,
            database_secret_arn: db.database_secret_arn,
            validation_alias_arn: outputs_of::<Validation>().alias_arn,
            transaction_log_bucket: outputs_of::<Storage>().transaction_log_bucket,
            nat_public_ips: outputs_of::<Network>().nat_public_ips,
            page_topic_arn: topics.page_topic_arn,
            ticket_topic_arn: topics.ticket_topic_arn,
            notification_queue_url: topics.notification_queue_url,
            dashboard_name: topics.dashboard_name,
            drill_template_ids: outputs_of::<Resilience>().drill_template_ids,
        })
    }
}
