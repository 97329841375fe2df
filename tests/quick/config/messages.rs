//! Every mistake that is caught when a stack is generated, with the message its author reads. All
//! messages are in `messages.md`, to be judged in one place.

use paytf::config::{Config, ConfigError};
use std::{collections::BTreeMap, path::Path};

struct Mistake {
    name: &'static str,
    toml: &'static str,
    /// The place, the reason and what to do, as far as they must be in the message.
    words_of_message: [&'static str; 3],
}

const fn mistake(
    name: &'static str,
    toml: &'static str,
    words_of_message: [&'static str; 3],
) -> Mistake {
    Mistake { name, toml, words_of_message }
}

const MISTAKES: &[Mistake] = &[
    mistake(
        "an unknown key",
        "[network]\nvpc_cdir = \"10.0.0.0/16\"\n",
        [":2:1", "unknown key", "did you mean \"vpc_cidr\"?"],
    ),
    mistake(
        "a key at the wrong level",
        "min_task = 3\n",
        [":1:1", "unknown key", "did you mean application.min_tasks?"],
    ),
    mistake(
        "a word that is none of the allowed ones",
        "profile = \"prodution\"\n",
        [":1:11", "\"prodution\" is not known", "did you mean \"production\"?"],
    ),
    mistake(
        "a value of the wrong type",
        "database.proxy = \"yes\"\n",
        [":1:18", "of the wrong type", "true or false"],
    ),
    mistake(
        "an account that is a number",
        "account_id = 123456789012\n",
        [":1:14", "of the wrong type", "12 digits in quotes"],
    ),
    mistake(
        "an account of eleven digits",
        "account_id = \"12345678901\"\n",
        [":1:14", "is not allowed", "12 digits in quotes"],
    ),
    mistake(
        "a prefix of 33 bits",
        "network.vpc_cidr = \"10.0.0.0/33\"\n",
        [":1:20", "has a prefix of 33 bits, but an IPv4 address has 32", "/16 to /19"],
    ),
    mistake(
        "host bits",
        "network.vpc_cidr = \"10.0.0.1/16\"\n",
        [":1:20", "has host bits set", "write the network address 10.0.0.0/16"],
    ),
    mistake(
        "public addresses",
        "network.vpc_cidr = \"8.8.0.0/16\"\n",
        [":1:20", "hide the public addresses", "within 10.0.0.0/8, 172.16.0.0/12"],
    ),
    mistake(
        "a range in which the subnets have no room",
        "network.vpc_cidr = \"10.0.0.0/24\"\n",
        [":1:20", "has a /24", "/19 (below it the public subnets are smaller"],
    ),
    mistake(
        "a range that AWS does not give",
        "network.vpc_cidr = \"10.0.0.0/8\"\n",
        [":1:20", "has a /8", "/16 (the largest AWS accepts)"],
    ),
    mistake(
        "two zones",
        "network.availability_zones = [\"us-east-1a\", \"us-east-1b\"]\n",
        [":1:30", "2 are given", "exactly 3"],
    ),
    mistake(
        "four zones",
        "network.availability_zones = [\"us-east-1a\", \"us-east-1b\", \"us-east-1c\", \
         \"us-east-1d\"]\n",
        [":1:30", "4 are given", "exactly 3"],
    ),
    mistake(
        "a zone twice",
        "network.availability_zones = [\"us-east-1a\", \"us-east-1b\", \"us-east-1a\"]\n",
        [":1:30", "us-east-1a is named twice", "name three different ones"],
    ),
    mistake(
        "a zone of another region",
        "network.availability_zones = [\"us-west-2a\", \"us-east-1b\", \"us-east-1c\"]\n",
        [
            ":1:31",
            "\"us-west-2a\" is no availability zone of us-east-1",
            "us-east-1a to us-east-1f",
        ],
    ),
    mistake(
        "an endpoint of an unknown service",
        "network.interface_endpoints = [\"ecr.apj\"]\n",
        [":1:32", "\"ecr.apj\" is not known", "did you mean \"ecr.api\"?"],
    ),
    mistake(
        "a minimum above the maximum",
        "application.min_tasks = 60\n",
        [
            ":1:25",
            "max_tasks = 50 is not above min_tasks = 60",
            "raise max_tasks, or lower min_tasks",
        ],
    ),
    mistake(
        "a first count outside the range",
        "application.max_tasks = 11\n",
        [":1:25", "desired_tasks = 12 is outside", "choose 10 to 11"],
    ),
    mistake(
        "a minimum with no task in some zone",
        "application.min_tasks = 2\n",
        [":1:25", "3 is one per zone", "from 3 to 5000"],
    ),
    mistake(
        "a minimum that cannot lose a zone",
        "application.min_tasks = 4\n",
        [
            ":1:25",
            "with 4 tasks at 50 %, losing a zone leaves 2 at 100 %",
            "lower cpu_target to 45 or less, or choose another min_tasks",
        ],
    ),
    mistake(
        "a target that cannot lose a zone",
        "application.cpu_target = 55\n",
        [
            ":1:26",
            "with 10 tasks at 55 %, losing a zone leaves 6 at 92 %",
            "lower cpu_target to 54 or less",
        ],
    ),
    mistake(
        "memory that Fargate does not offer",
        "application.task_size = { cpu = 256, memory_mib = 4096 }\n",
        [":1:25", "4096 MiB do not go with 256 CPU units", "512, 1024 or 2048 MiB"],
    ),
    mistake(
        "CPU that Fargate does not offer",
        "application.task_size = { cpu = 300, memory_mib = 1024 }\n",
        [":1:25", "300 CPU units are not offered", "256, 512, 1024"],
    ),
    mistake(
        "a size without its memory",
        "application.task_size = { cpu = 256 }\n",
        [":1:25", "memory_mib is missing", "add it"],
    ),
    mistake(
        "an instance class that does not exist",
        "database.instance_class = \"db.r7g.larg\"\n",
        [":1:27", "is not known", "did you mean \"db.r7g.large\"?"],
    ),
    mistake(
        "an instance family that Aurora lacks",
        "database.instance_class = \"db.m5.large\"\n",
        [":1:27", "is not known", "a class of db.t3, db.t4g, db.r6g"],
    ),
    mistake(
        "an instance class without steady CPU in production",
        "database.instance_class = \"db.t4g.large\"\n",
        [":1:27", "runs out of CPU credits under load", "choose a db.r class"],
    ),
    mistake(
        "an engine version that AWS offers no more",
        "database.engine_version = \"16.2\"\n",
        [":1:27", "\"16.2\" is not known", "15.19, 16.8, 16.9"],
    ),
    mistake(
        "a finding of a rule that is none",
        "accept.destroy-finally = \"agreed with the auditors\"\n",
        [":1:8", "is no rule of paytf verify", "paytf rules"],
    ),
    mistake(
        "a finding that is accepted without a reason",
        "accept.destroy-final-snapshot = \"\"\n",
        [":1:33", "is not allowed", "10 to 1000 characters"],
    ),
    mistake(
        "tasks that are spoken to in plain text",
        "application.container_protocol = \"HTTP\"\n",
        [
            ":1:34",
            "HTTP leaves payments unencrypted",
            "encrypt-target-group = \"…\" below [accept]",
        ],
    ),
    mistake(
        "a secret by its name",
        "application.secrets.KEY = \"card-network\"\n",
        [":1:27", "is not allowed", "the whole ARN of a secret"],
    ),
    mistake(
        "a secret in the place of a variable of the stack",
        "application.secrets.PORT = \"arn:aws:secretsmanager:us-east-1:123456789012:secret:port-a1b2c3\"\n",
        [":1:", "is set by the stack", "another name"],
    ),
    mistake(
        "backups that are kept too long",
        "database.backup_retention_days = 36\n",
        [":1:34", "36 is not allowed", "from 1 to 35"],
    ),
    mistake(
        "a malformed window",
        "database.backup_window = \"7-8\"\n",
        [":1:26", "\"7-8\" is not allowed", "`hh:mm-hh:mm` in UTC"],
    ),
    mistake(
        "a window of ten minutes",
        "database.maintenance_window = \"sun:09:00-sun:09:10\"\n",
        [":1:31", "lasts only 10 minutes", "30 minutes to 24 hours"],
    ),
    mistake(
        "a backup during maintenance",
        "database.backup_window = \"09:30-10:30\"\n",
        [":1:26", "overlaps maintenance in sun:09:00-sun:10:00, mon:09:00-mon:10:00", "move one"],
    ),
    mistake(
        "two instances maintained at once",
        "database.instance_maintenance_windows = [\"mon:09:00-mon:10:00\", \
         \"mon:09:30-mon:10:30\", \"wed:09:00-wed:10:00\"]\n",
        [":1:41", "two instances could restart at once", "move one"],
    ),
    mistake(
        "logs kept for a number of days CloudWatch lacks",
        "logs.retention_days = 31\n",
        [":1:23", "31 is not allowed", "1, 3, 5, 7, 14, 30, 60"],
    ),
    mistake(
        "a certificate of another region",
        "application.certificate_arn = \"arn:aws:acm:eu-west-1:123456789012:certificate/a\"\n",
        [":1:31", "is in eu-west-1, but a load balancer", "an ACM certificate in us-east-1"],
    ),
    mistake(
        "a certificate of another service",
        "application.certificate_arn = \"arn:aws:iam::123456789012:server-certificate/a\"\n",
        [":1:31", "of the service iam, not of ACM", "an ACM certificate in us-east-1"],
    ),
    mistake(
        "a certificate of another account",
        "account_id = \"123456789012\"\napplication.certificate_arn = \
         \"arn:aws:acm:us-east-1:999999999999:certificate/a\"\n",
        [":2:31", "belongs to account 999999999999", "use one of this account"],
    ),
    mistake(
        "a certificate and a domain",
        "[application]\ncertificate_arn = \"arn:aws:acm:us-east-1:123456789012:certificate/a\"\n\
         domain = { name = \"pay.example.com\", hosted_zone_id = \"Z1\" }\n",
        [
            ":2:19",
            "and the domain pay.example.com exclude each other",
            "remove certificate_arn, or the table [application.domain]",
        ],
    ),
    mistake(
        "a domain in upper case",
        "application.domain = { name = \"Pay.example.com\", hosted_zone_id = \"Z1\" }\n",
        [":1:31", "holds an upper-case letter", "64 lower-case characters"],
    ),
    mistake(
        "a domain for many names",
        "application.domain = { name = \"*.example.com\", hosted_zone_id = \"Z1\" }\n",
        [":1:31", "holds a `*`, but payments are taken at one name", "without `*`"],
    ),
    mistake(
        "a domain with the dot of a zone file",
        "application.domain = { name = \"pay.example.com.\", hosted_zone_id = \"Z1\" }\n",
        [":1:31", "ends in a dot", "without a dot at its end"],
    ),
    mistake(
        "a domain of one word",
        "application.domain = { name = \"payments\", hosted_zone_id = \"Z1\" }\n",
        [":1:31", "has no dot", "such as \"pay.example.com\""],
    ),
    mistake(
        "a domain with a hyphen at a wrong place",
        "application.domain = { name = \"pay.-example.com\", hosted_zone_id = \"Z1\" }\n",
        [":1:31", "is not allowed", "such as \"pay.example.com\""],
    ),
    mistake(
        "a domain of AWS's own",
        "application.domain = { name = \"pay.us-east-1.elb.amazonaws.com\", hosted_zone_id = \
         \"Z1\" }\n",
        [":1:31", "is a name of AWS (amazonaws.com)", "not AWS's own"],
    ),
    mistake(
        "a domain that is too long for its certificate",
        "application.domain = { name = \"a-name-so-long-that-acm-does-not-take-it.for.its.certificate.example.com\", hosted_zone_id = \"Z1\" }\n",
        [":1:31", "has 72 characters, 64 is the limit", "at most 64"],
    ),
    mistake(
        "a hosted zone with the path of the API",
        "application.domain = { name = \"pay.example.com\", hosted_zone_id = \"/hostedzone/Z1\" \
         }\n",
        [":1:67", "begins with `/hostedzone/`", "\"Z0123456789ABCDEFGHIJ\""],
    ),
    mistake(
        "a domain without its hosted zone",
        "application.domain = { name = \"pay.example.com\" }\n",
        [":1:22", "hosted_zone_id is missing", "add it"],
    ),
    mistake(
        "a permissions boundary that is no policy",
        "permissions_boundary_arn = \"arn:aws:iam::123456789012:role/x\"\n",
        [":1:28", "is not allowed", "the ARN of an IAM policy"],
    ),
    mistake(
        "an e-mail address without a domain",
        "monitoring.page_emails = [\"me@localhost\"]\n",
        [":1:", "\"localhost\" where a domain is due", "payments-oncall@example.com"],
    ),
    mistake(
        "an e-mail address without an @",
        "monitoring.page_emails = [\"oncall\"]\n",
        [":1:", "has no @", "payments-oncall@example.com"],
    ),
    mistake(
        "a tag key that AWS keeps for itself",
        "[tags]\n\"aws:owner\" = \"me\"\n",
        [":2:1", "which AWS keeps for itself", "not starting with `aws:`"],
    ),
    mistake(
        "a tag value with a character AWS refuses",
        "[tags]\nOwner = \"<me>\"\n",
        [":2:9", "\"<me>\" is not allowed", "`_.:/=+-@`"],
    ),
    mistake(
        "a tag that the stack sets itself",
        "[tags]\nEnvironment = \"x\"\n",
        [":2:15", "the stack sets the tag \"Environment\" itself", "remove it or use another key"],
    ),
    mistake(
        "port 0",
        "application.container_port = 0\n",
        [":1:30", "from 1024, since it does not run as root", "from 1024 to 65535"],
    ),
    mistake(
        "a health check path without a slash",
        "application.health_check_path = \"healthz\"\n",
        [":1:33", "does not start with `/`", "\"/healthz\""],
    ),
    mistake(
        "an image that changes under its name",
        "application.container_image = \"payments:latest\"\n",
        [":1:31", "says `latest`", "with a digest"],
    ),
    mistake(
        "an image without a build",
        "application.container_image = \"registry:5000/payments\"\n",
        [":1:31", "does not say which build runs", "a tag other than `latest`"],
    ),
    mistake(
        "an image in another repository of ECR",
        "application.container_image = \"123456789012.dkr.ecr.us-east-1.amazonaws.com/payments:1.4\"\n",
        [
            ":1:31",
            "may pull only from the stack's own repository",
            "/ecr-test, or choose a registry without a login",
        ],
    ),
    mistake(
        "a window that AWS WAF lacks",
        "application.waf = { rate_window_seconds = 90 }\n",
        [":1:", "90 is not allowed", "60, 120, 300, 600"],
    ),
    mistake(
        "a key that tells no clients apart",
        "application.waf = { rate_key = \"cookie\" }\n",
        [":1:", "\"cookie\" is not allowed", "header:x-api-key"],
    ),
    mistake(
        "an exempt address without a range",
        "application.waf = { exempt_addresses = [\"203.0.113.7\"] }\n",
        [":1:", "\"203.0.113.7\" is not allowed", "a single one with /32"],
    ),
    mistake(
        "a rule that the common rule set lacks",
        "application.waf = { counted_rules = [\"SizeRestriction_BODY\"] }\n",
        [":1:", "is not known", "did you mean \"SizeRestrictions_BODY\"?"],
    ),
    mistake(
        "a ticket after the recovery point is missed",
        "monitoring.rpo_ticket_seconds = 301\n",
        [":1:33", "301 is not allowed", "from 60 to 300"],
    ),
    mistake(
        "a lifecycle out of order",
        "[storage.lifecycle]\nstandard_ia_days = 90\nglacier_ir_days = 60\nexpire_days = \
         365\nnoncurrent_days = 7\nabort_multipart_days = 7\n",
        [":3:19", "day 60 is too early after standard_ia_days = 90", "day 120 or later"],
    ),
    mistake(
        "a lifecycle that deletes before it moves",
        "[storage.lifecycle]\ndeep_archive_days = 90\nexpire_days = 30\nnoncurrent_days = \
         7\nabort_multipart_days = 7\n",
        [":3:15", "day 30 is too early after deep_archive_days = 90", "day 91 or later"],
    ),
    mistake(
        "a lifecycle that is not whole",
        "[storage.lifecycle]\nexpire_days = 30\n",
        [":1:1", "is missing", "add it, or leave the whole table out"],
    ),
    mistake(
        "a state bucket that cannot exist",
        "backend.bucket = \"My_Bucket\"\n",
        [":1:18", "is not allowed", "3 to 63 lower-case letters"],
    ),
    mistake(
        "a suffix that is too long for the longest name",
        "[environments.abcdefghijklmnopq]\n",
        [
            ":1:15",
            "16 is the limit, because AWS allows a load balancer or target group 32",
            "2 to 16 lower-case letters",
        ],
    ),
    mistake(
        "a suffix of the wrong form",
        "[environments.Prod]\n",
        [":1:15", "holds the upper-case letter 'P'", "a letter first and no hyphen last"],
    ),
    mistake(
        "environments whose addresses overlap",
        "[environments.live]\n\n[environments.test]\nnetwork.vpc_cidr = \"10.0.64.0/18\"\n",
        [
            ":4:20",
            "10.0.64.0/18 overlaps 10.0.0.0/16 of live",
            "for example vpc_cidr = \"10.1.0.0/16\"",
        ],
    ),
    mistake(
        "text without quotes",
        "[application]\ncontainer_image = repo:1.4\n",
        [":2:19", "must be quoted", "in quotes: \"repo:1.4\""],
    ),
    mistake(
        "a quote that is not closed",
        "[application]\nhealth_check_path = \"/healthz\n",
        [":2:", "not valid TOML", "end the text with the quote"],
    ),
    mistake(
        "a table that is not closed",
        "[network\nvpc_cidr = \"10.0.0.0/16\"\n",
        [":1:9", "not valid TOML", "close the name of the table: [network]"],
    ),
    mistake(
        "a colon in place of an equals sign",
        "[application]\nmin_tasks: 2\n",
        [":2:", "not valid TOML", "write `=` instead of `:`: min_tasks = 2"],
    ),
    mistake(
        "a list without commas",
        "[monitoring]\npage_emails = [\"a@example.com\" \"b@example.com\"]\n",
        [":2:", "missing comma", "put a comma between two items"],
    ),
    mistake(
        "a comma at the end of a line",
        "[application]\nmin_tasks = 2,\n",
        [":2:14", "not valid TOML", "remove the comma"],
    ),
    mistake(
        "a bool in upper case",
        "[database]\nproxy = True\n",
        [":2:9", "invalid boolean", "true or false in lower case"],
    ),
    mistake(
        "a key without a value",
        "[application]\nmin_tasks =\n",
        [":2:", "not valid TOML", "write a value after `=`"],
    ),
    mistake(
        "a key twice",
        "[application]\nmin_tasks = 6\nmin_tasks = 9\n",
        [":3:1", "duplicate key", "is written once"],
    ),
    mistake(
        "quotes of a word processor",
        "[application]\nhealth_check_path = “/healthz”\n",
        [":2:", "must be quoted", "straight quotes"],
    ),
    mistake(
        "a comment as in other languages",
        "// sizes\nprofile = \"staging\"\n",
        [":1:", "not valid TOML", "a comment begins with `#`"],
    ),
    mistake(
        "a value that is long",
        "[tags]\nNote = \"<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa>\"\n",
        [":2:8", "… (102 characters) is not allowed", "at most 256"],
    ),
];

fn message(mistake: &Mistake) -> String {
    let suffix = "test".parse().expect("a suffix");
    let error = Config::from_toml(mistake.toml, Path::new("paytf.toml"), suffix, None)
        .expect_err(mistake.name);
    match &error {
        ConfigError::Invalid { problems, .. } => {
            assert_eq!(problems.len(), 1, "{}: {error}", mistake.name)
        }
        other => panic!("{}: {other}", mistake.name),
    }
    error.to_string()
}

#[test]
fn every_mistake_is_told_with_its_place_its_reason_and_what_to_do() {
    for mistake in MISTAKES {
        let message = message(mistake);
        for words in mistake.words_of_message {
            assert!(message.contains(words), "{}: {words:?} is not in\n{message}", mistake.name);
        }
    }
}

#[test]
fn the_committed_messages_are_what_an_author_reads() {
    let mut text = "<!-- Generated. Regenerate with: PAYTF_UPDATE=1 cargo test --test quick \
                    config::messages -->\n\n# What an author of a configuration reads\n"
        .to_owned();
    for mistake in MISTAKES {
        let message = message(mistake);
        let report = message.split("\n\npaytf.toml cannot be used").next().unwrap_or_default();
        text += &format!("\n## {}\n```text\n{report}\n```\n", mistake.name);
    }
    let wanted = BTreeMap::from([("messages.md".to_owned(), text.into_bytes())]);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quick/config");
    crate::update::assert_fresh(&folder, &wanted, |path| path == "messages.md");
}
