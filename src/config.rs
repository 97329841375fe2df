//! stub: replaced when the configuration lands.
#![allow(missing_docs)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InterfaceEndpoint {
    EcrApi,
    EcrDkr,
    Logs,
    SecretsManager,
    Kms,
    Lambda,
    Sts,
}
impl InterfaceEndpoint {
    pub fn service(self) -> &'static str {
        match self {
            Self::EcrApi => "ecr.api",
            Self::EcrDkr => "ecr.dkr",
            Self::Logs => "logs",
            Self::SecretsManager => "secretsmanager",
            Self::Kms => "kms",
            Self::Lambda => "lambda",
            Self::Sts => "sts",
        }
    }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Insights {
    Off,
    Standard,
    Advanced,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContainerInsights {
    Enhanced,
    Enabled,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    Https,
    Http,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lifecycle {
    pub standard_ia_days: Option<u32>,
    pub glacier_ir_days: Option<u32>,
    pub deep_archive_days: Option<u32>,
    pub expire_days: u32,
    pub noncurrent_days: u32,
    pub abort_multipart_days: u32,
}
