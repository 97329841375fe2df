//! [`Meant`]: whether the policy of a resource means a caller.
//! Source: IAM User Guide, "AWS JSON policy elements: Principal" and "NotPrincipal".

use super::matching::Match;
use super::request::Caller;
use crate::planned::Planned::Known;
use crate::policy::{Principal, Statement};
use crate::resource::Resource;

/// Whether the policy of a resource means a caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// It means the caller itself.
    Caller(Match),
    /// It means the caller's account, and leaves it to the account's own policies whom.
    Account,
}

/// Whom a statement of a resource's policy means, of a caller.
pub fn meant<'a>(statement: &Statement<'a>, caller: Caller<'a>) -> Meant {
    if statement.principals.is_empty() && !statement.not_principals.is_empty() {
        return Meant::Caller(spared(&statement.not_principals, caller));
    }
    one_of(&statement.principals, caller)
}

fn one_of<'a>(principals: &[Principal<'a>], caller: Caller<'a>) -> Meant {
    let mut found = Match::No;
    for principal in principals {
        match is_caller(principal, caller) {
            Meant::Account => return Meant::Account,
            Meant::Caller(is) => found = found.or(is),
        }
    }
    Meant::Caller(found)
}

/// "You must specify not only the ARN of the principal that is not denied, but also of its
/// account": whom only one of them names, AWS documents less than needed to say.
fn spared<'a>(principals: &[Principal<'a>], caller: Caller<'a>) -> Match {
    match one_of(principals, caller) {
        Meant::Caller(Match::Yes(_)) if matches!(caller, Caller::Service(_)) => Match::No,
        Meant::Caller(Match::No) => Match::sure(true),
        Meant::Caller(Match::Maybe(reason)) => Match::Maybe(reason),
        _ => {
            let alone =
                |of: fn(&Meant) -> bool| principals.iter().any(|one| of(&is_caller(one, caller)));
            let is_named = alone(|meant| matches!(meant, Meant::Caller(Match::Yes(_))));
            let has_account = alone(|meant| *meant == Meant::Account);
            match is_named && has_account {
                true => Match::No,
                false => Match::Maybe(
                    "it is written with NotPrincipal, of which only one of role and account is \
                     named"
                        .to_owned(),
                ),
            }
        }
    }
}

fn is_caller<'a>(principal: &Principal<'a>, caller: Caller<'a>) -> Meant {
    if principal.is_everyone() {
        return Meant::Caller(Match::sure(true));
    }
    let kind = principal.kind.text.as_deref();
    Meant::Caller(match (caller, kind, principal.id.text.as_deref()) {
        (_, None, _) => Match::Maybe("its principal is known only after the apply".to_owned()),
        (Caller::Service(service), Some("Service"), Some(id)) => {
            Match::sure(is_service(id, service))
        }
        (Caller::Service(service), Some("Service"), None) => {
            let id = looked_up(principal).or_else(|| principal.id.with_stars());
            let is = id.and_then(|id| is_service_anywhere(&id, service));
            let later = || Match::Maybe("its principal is known only after the apply".to_owned());
            is.map_or_else(later, Match::sure)
        }
        (Caller::Account(own), Some("AWS"), Some(id)) => Match::sure(account(id) == Some(own)),
        (Caller::Account(_), Some("AWS"), None)
            if !principal.id.linked("aws_elb_service_account").is_empty() =>
        {
            Match::sure(true)
        }
        (Caller::Account(_), Some("AWS"), None) => {
            Match::Maybe("its principal is known only after the apply".to_owned())
        }
        (Caller::ServiceLinked(service), Some("AWS"), _) => match principal.id.of_any_account() {
            Some(id) if account(&id).is_some() => return Meant::Account,
            Some(id) => Match::sure(id.contains(&format!(":role/aws-service-role/{service}/"))),
            None => Match::Maybe("its principal is known only after the apply".to_owned()),
        },
        (Caller::Role(role), Some("AWS"), Some(id)) => match account(id) {
            Some(account) if own_account(role).is_none_or(|own| own == account) => {
                return Meant::Account;
            }
            Some(_) => Match::No,
            None => Match::sure(is_role(id, role)),
        },
        (Caller::Role(role), Some("AWS"), None) => {
            if principal.id.ends_with(":root") {
                return Meant::Account;
            }
            let links = principal.id.linked("aws_iam_role");
            match links.is_empty() {
                // An account id or the ARN of its root, from a data source.
                true => return Meant::Account,
                false => Match::sure(links.contains(&role)),
            }
        }
        _ => Match::No,
    })
}

/// A service also has a name in each region, as `logs.us-east-1.amazonaws.com`.
fn is_service(id: &str, service: &str) -> bool {
    let (name, domain) = service.split_once('.').unwrap_or((service, ""));
    let is_regional = || {
        let mut parts = id.splitn(3, '.');
        parts.next() == Some(name) && parts.next().is_some() && parts.next() == Some(domain)
    };
    id == service || is_regional()
}

/// The name of a service that a data source puts together: `aws_service_principal`.
fn looked_up(principal: &Principal) -> Option<String> {
    match &principal.id.linked("aws_service_principal")[..] {
        [source] => Some(format!("{}.*", source.at("service_name").string().known()?)),
        _ => None,
    }
}

/// The same of a name in which the region or the domain of the partition is not known, as
/// `states.*.amazonaws.com` and `ec2.*`; nothing where more of it is not.
fn is_service_anywhere(id: &str, service: &str) -> Option<bool> {
    let name = id.replace(".*", "");
    let without_domain = |name: &str| name.trim_end_matches(".amazonaws.com").to_owned();
    let is_clear = id.contains('.') && !name.contains('*');
    is_clear.then(|| without_domain(&name) == without_domain(service))
}

/// The account that is meant as a whole: by its id, or the ARN of its root.
fn account(id: &str) -> Option<&str> {
    let is_id = |text: &str| text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    match id.strip_suffix(":root") {
        Some(arn) => arn.rsplit(':').next(),
        None => Some(id).filter(|id| is_id(id)),
    }
}

/// The account of a role, where its ARN is known.
pub fn own_account(role: Resource<'_>) -> Option<&str> {
    role.at("arn").string().known()?.split(':').nth(4)
}

fn is_role(id: &str, role: Resource) -> bool {
    match (role.at("arn").string(), role.at("name").string()) {
        (Known(arn), _) => arn == id,
        (_, Known(name)) => id.contains(":role/") && id.rsplit('/').next() == Some(name),
        _ => false,
    }
}
