//! What the environment says wrong is named, and the container's health check tells one service
//! from none.

use std::os::unix::fs::symlink;
use std::process::Command;

use crate::postgres::{Postgres, free_port};
use crate::process::{PROGRAM, Service};
use crate::stand_ins::StandIns;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_variable_that_is_missing_or_wrong_is_named() {
    let good = StandIns::start(0).await.environment(free_port(), free_port());
    let wrong = [
        ("PORT", "many"),
        ("PORT", "70000"),
        ("PROTOCOL", "https"),
        ("HEALTH_CHECK_PATH", "healthz"),
        ("HEALTH_CHECK_PATH", "/payments"),
        ("DATABASE_AUTHENTICATION", "password"),
        ("DATABASE_AUTHENTICATION", "iam"),
        ("DATABASE_PORT", ""),
        ("AWS_ENDPOINT_URL_LAMBDA", "nowhere"),
        ("AWS_ENDPOINT_URL_S3", "nowhere"),
    ];
    let needed = good
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| !name.starts_with("AWS_ENDPOINT") && *name != "ENVIRONMENT");
    for (name, value) in needed.map(|name| (name, "")).chain(wrong) {
        let environment = good
            .iter()
            .map(|(known, good)| (*known, if *known == name { value } else { good.as_str() }));
        let output = Command::new(PROGRAM).env_clear().envs(environment).output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{name}={value}: {error}");
        let named = if (name, value) == ("DATABASE_AUTHENTICATION", "iam") {
            "AWS_ACCESS_KEY_ID"
        } else {
            name
        };
        assert!(
            error.contains(named) || value == "nowhere" && error.contains(value),
            "{name}={value}: {error}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_health_check_is_the_program_by_another_name() {
    for protocol in ["HTTPS", "HTTP"] {
        let others = vec![("PROTOCOL", protocol.to_owned())];
        let postgres = Postgres::start(None).await;
        let mut service = Service::start_with(postgres, others).await;
        let folder = tempfile::tempdir().unwrap();
        let name = folder.path().join("healthcheck");
        symlink(PROGRAM, &name).unwrap();
        let ask = |service: &Service| {
            let environment = service.environment.iter().cloned();
            Command::new(&name).env_clear().envs(environment).status().unwrap().code()
        };
        assert_eq!(ask(&service), Some(0));
        service.end(nix::sys::signal::Signal::SIGKILL).await;
        assert_eq!(ask(&service), Some(1));
    }
}
