//! [`Engine`]: which parameter makes a database require TLS, and what it does by default.

use crate::planned::Planned::{self, Known, Unknown};
use crate::resource::Resource;

/// What decides, for an engine.
pub struct Engine {
    /// The parameter.
    pub parameter: &'static str,
    /// Whether TLS is required where the parameter is not set.
    pub requires_by_default: Planned<bool>,
}

impl Engine {
    /// Of a database; `None` for engines of which nothing is known here.
    ///
    /// RDS User Guide, "Requiring an SSL connection to a PostgreSQL DB instance": 1 by default from
    /// version 15 on. Aurora User Guide, "Securing Aurora PostgreSQL data with SSL/TLS": from
    /// version 17 on. DocumentDB Developer Guide, "Encrypting data in transit": by default.
    pub fn of(database: Resource) -> Option<Self> {
        if database.kind() == "aws_docdb_cluster" {
            return Some(Self { parameter: "tls", requires_by_default: Known(true) });
        }
        let version = database.at("engine_version").string();
        let major =
            version.known().and_then(|version| version.split('.').next()?.parse::<u32>().ok());
        let (parameter, first) = match database.at("engine").string().known()? {
            "aurora-postgresql" => ("rds.force_ssl", 17),
            "postgres" => ("rds.force_ssl", 15),
            "aurora-mysql" | "mysql" | "mariadb" => ("require_secure_transport", u32::MAX),
            _ => return None,
        };
        // MySQL 8.4 and MariaDB 11.8 began to require it; of them nothing is claimed.
        let is_mysql = first == u32::MAX;
        let is_recent = is_mysql
            && version
                .known()
                .is_none_or(|version| version.starts_with("8.4") || version.starts_with("11."));
        let requires_by_default = match major {
            Some(major) if !is_recent => Known(major >= first),
            _ => Unknown,
        };
        Some(Engine { parameter, requires_by_default })
    }
}
