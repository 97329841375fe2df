//! The variables and outputs of the root module.

terraform::ports! {
    /// The input variable of the root module that there is without a domain.
    pub struct CertificateVariable {
        /// ACM certificate in us-east-1 for the name at which payments are taken. The default does
        /// not exist: a plan works with it, an apply does not.
        certificate_arn: String
            where r#"can(regex("^arn:aws:acm:us-east-1:[0-9]{12}:certificate/[0-9a-f-]{36}$", var.certificate_arn))"#
                => "The certificate must be an ACM certificate in us-east-1: \
                    arn:aws:acm:us-east-1:<account>:certificate/<id>.",
    }
}

terraform::ports! {
    /// The input variables of the root module that there are always.
    pub struct Variables {
        /// Image of the payment container, with a digest or a tag other than `latest`, in the
        /// stack's own ECR repository or in a registry without a login; null for the tag `release`
        /// in the stack's own repository.
        container_image: Option<String>,
        /// E-mail addresses told at once, day and night: as many as the stack was generated with,
        /// since each has its subscription.
        page_emails: Vec<String>
            where r#"alltrue([for address in var.page_emails : can(regex("^[^@ ]+@[^@ ]+[.][^@ ]+$", address))])"#
                => "Each address must have the form name@domain.",
        /// E-mail addresses told of what can wait until morning: as many as the stack was generated
        /// with, since each has its subscription.
        ticket_emails: Vec<String>
            where r#"alltrue([for address in var.ticket_emails : can(regex("^[^@ ]+@[^@ ]+[.][^@ ]+$", address))])"#
                => "Each address must have the form name@domain.",
    }
}

terraform::ports! {
    /// The outputs of the root module.
    pub struct Results {
        /// Name at which payments are taken; point the payment domain here.
        load_balancer_dns_name: String,
        /// Hosted zone of that name, for an alias record.
        load_balancer_zone_id: String,
        /// Where the payment image is pushed.
        repository_url: String,
        /// The ECS cluster.
        ecs_cluster_name: String,
        /// The ECS service.
        ecs_service_name: String,
        /// The Aurora cluster.
        database_cluster_identifier: String,
        /// ARN of the Aurora cluster, as the RDS Data API takes it.
        database_cluster_arn: String,
        /// Where the payment tasks write.
        database_writer_endpoint: String,
        /// Where the payment tasks read.
        database_reader_endpoint: String,
        /// Secret with the master password, managed and rotated by RDS.
        database_secret_arn: String,
        /// Alias of the validation function.
        validation_alias_arn: String,
        /// Bucket of the transaction logs.
        transaction_log_bucket: String,
        /// Public addresses from which outbound traffic comes, for the allow lists of payment
        /// partners.
        nat_public_ips: Vec<String>,
        /// Topic for what wakes people; its e-mail subscriptions must be confirmed.
        page_topic_arn: String,
        /// Topic for what can wait; its e-mail subscriptions must be confirmed.
        ticket_topic_arn: String,
        /// Queue that receives every notification without confirmation.
        notification_queue_url: String,
        /// The dashboard of the payments, in the CloudWatch console.
        dashboard_name: String,
        /// Experiment template of each drill, by the name of the drill: `aws fis start-experiment`
        /// starts one.
        drill_template_ids: std::collections::BTreeMap<String, String>,
    }
}
