//! Every alarm has a page, every page an alarm, and a page names only what the environment has.

use std::collections::BTreeSet;

use paytf::config::{Architecture, Config, Profile};
use paytf::files;
use paytf::render::Format;
use paytf::stack;
use paytf::validator;

fn config(profile: Profile) -> Config {
    Config::defaults(profile, "staging".parse().unwrap())
}

/// The files of the stack as text, the package left out.
fn stack_files(profile: Profile) -> Vec<(String, String)> {
    let files = files::of_stack(
        &config(profile),
        Format::Json,
        validator::package(None, Architecture::X86_64).unwrap(),
    )
    .unwrap();
    let texts = files.into_iter().filter(|(path, _)| !path.ends_with(".zip"));
    texts.map(|(path, bytes)| (path, String::from_utf8(bytes.into_owned()).unwrap())).collect()
}

fn runbooks(files: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    files.iter().filter_map(|(path, text)| {
        Some((path.strip_prefix("runbooks/")?.strip_suffix(".md")?, text.as_str()))
    })
}

const PROFILES: [Profile; 3] = [Profile::Development, Profile::Staging, Profile::Production];

#[test]
fn every_watch_has_one_page_that_names_all_its_alarms_and_no_page_is_without_one() {
    for profile in PROFILES {
        let files = stack_files(profile);
        let watches = stack::monitoring(&config(profile)).runbooks();
        let wanted: Vec<_> = watches.iter().map(|watch| watch.page).collect();
        let distinct: BTreeSet<_> = wanted.iter().copied().collect();
        assert_eq!(wanted.len(), distinct.len(), "two watches share a page");
        assert_eq!(distinct, runbooks(&files).map(|(page, _)| page).collect());
        for watch in &watches {
            let (_, text) = runbooks(&files).find(|(page, _)| *page == watch.page).unwrap();
            for alarm in &watch.alarms {
                assert!(
                    text.contains(&format!("`alarm-{}-staging`", alarm.purpose)),
                    "{}: {}",
                    watch.page,
                    alarm.purpose
                );
            }
        }
    }
}

/// The part of a page under a heading.
fn part<'a>(page: &'a str, heading: &str) -> &'a str {
    let rest = page.split(&format!("\n## {heading}\n")).nth(1).unwrap_or_default();
    rest.split("\n## ").next().unwrap_or_default()
}

#[test]
fn every_page_says_what_is_wrong_what_it_means_what_to_look_at_what_to_do_and_when_to_call_whom() {
    for (page, text) in runbooks(&stack_files(Profile::Production)) {
        let (title, rest) = text.split_once("\n\n").unwrap();
        assert!(
            title.starts_with("# ") && title.contains(": "),
            "{page}: a title names the part and what is wrong: {title}"
        );
        assert!(rest.split("\n\n").next().unwrap().len() > 40, "{page}");
        assert!(
            part(text, "First look").contains("\naws ")
                && part(text, "Likely causes").contains("\n- "),
            "{page}"
        );
        assert!(
            part(text, "What to do").contains("\n1. ") && part(text, "When to escalate").len() > 10,
            "{page}"
        );
    }
}

#[test]
fn steps_are_counted_from_one() {
    let mut counted = 0;
    for (page, text) in runbooks(&stack_files(Profile::Production)) {
        let steps = part(text, "What to do")
            .lines()
            .filter_map(|line| line.split_once(". ")?.0.parse::<usize>().ok());
        let steps: Vec<_> = steps.collect();
        assert_eq!(steps, (1..=steps.len()).collect::<Vec<_>>(), "{page}");
        counted += steps.len();
    }
    assert!(counted > 100, "{counted}");
}

#[test]
fn a_left_over_drill_is_named_where_it_can_be_the_cause_and_only_where_there_are_drills() {
    for (profile, drills) in [(Profile::Production, true), (Profile::Development, false)] {
        let files = stack_files(profile);
        for page in ["validation-throttles", "zone-impaired", "healthy-hosts", "target-errors"] {
            let (_, text) = runbooks(&files).find(|(name, _)| *name == page).unwrap();
            assert_eq!(part(text, "Likely causes").contains("drill"), drills, "{profile}: {page}");
            assert_eq!(text.contains("aws fis stop-experiment"), drills, "{profile}: {page}");
        }
    }
}

/// Advice that cannot be followed is worse than none.
#[test]
fn no_page_advises_what_the_environment_already_has_or_cannot_do() {
    for profile in PROFILES {
        for (page, text) in runbooks(&stack_files(profile)) {
            assert_eq!(
                text.contains("set `database.proxy`"),
                page == "database-connections" && !config(profile).database.proxy,
                "{profile}: {page}"
            );
            if text.contains("aws health ") {
                assert!(text.contains("takes a Business support plan"), "{page}");
            }
            if text.contains("AWS support") {
                assert!(text.contains("`critical` an Enterprise plan"), "{page}");
            }
            assert!(
                !text.contains("command above") && !text.contains("second command"),
                "{page} counts commands"
            );
        }
    }
}

/// GNU's `date -d` is not BSD's, and a zsh, as on macOS, neither splits variables nor takes
/// comments at its prompt.
#[test]
fn commands_work_on_macos_and_linux_and_survive_an_empty_answer() {
    for (page, text) in runbooks(&stack_files(Profile::Production)) {
        for block in text.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next()) {
            assert!(
                !block.contains("date -u -d")
                    && !block.contains("date -d")
                    && !block.contains("date -v"),
                "{page}"
            );
            assert!(block.lines().all(|line| !line.contains(" #")), "{page}: a comment");
            assert!(!block.contains("--tasks $"), "{page}: fails when no task is found");
            assert_eq!(block.matches("xargs").count(), block.matches("xargs -r").count(), "{page}");
        }
    }
}

/// What in a text looks like a name of this environment: a word that ends with its suffix.
fn names(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    words
        .filter(|word| word.ends_with("-staging") && !word.starts_with('-'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_page_names_only_what_the_environment_has() {
    for profile in PROFILES {
        let files = stack_files(profile);
        let terraform = files.iter().filter(|(path, _)| path.ends_with(".tf.json"));
        let declared: String = terraform
            .map(|(_, text)| text.replace("${var.environment_suffix}", "staging"))
            .collect();
        let declared = names(&declared);
        for (page, text) in runbooks(&files) {
            let unknown: Vec<_> =
                names(text).into_iter().filter(|name| !declared.contains(name)).collect();
            assert_eq!(unknown, [""; 0], "{profile}: runbooks/{page}.md names what is not there");
        }
    }
}

#[test]
fn every_command_is_for_the_region_and_a_first_look_only_reads() {
    let reading =
        ["describe-", "get-", "list-", "filter-log-events", "receive-message", "start-query"];
    for (page, text) in runbooks(&stack_files(Profile::Production)) {
        for call in text
            .split("aws ")
            .skip(1)
            .filter(|call| call.split_whitespace().nth(1).is_some_and(|word| word.contains('-')))
        {
            let operation = call.split_whitespace().nth(1).unwrap();
            let ends = call.split(['\n', '`']).next().unwrap();
            assert!(
                operation == "get-caller-identity" || ends.contains("--region us-east-1"),
                "{page}: aws {ends}"
            );
        }
        let first_look = part(text, "First look");
        let statements = first_look.matches("execute-statement").count();
        let only_selects = first_look.matches("--sql \"SELECT pid, ").count() == statements;
        for call in first_look.split("aws ").skip(1) {
            let operation = call.split_whitespace().nth(1).unwrap();
            let sql = operation == "execute-statement" && only_selects;
            assert!(
                sql || reading.iter().any(|verb| operation.starts_with(verb)),
                "{page}: aws {call}"
            );
        }
    }
}

#[test]
fn a_page_that_refers_to_another_one_refers_to_one_that_is_there() {
    let files = stack_files(Profile::Production);
    let pages: BTreeSet<_> = runbooks(&files).map(|(page, _)| page.to_owned()).collect();
    let main = files.iter().find(|(path, _)| path == "modules/monitoring/main.tf.json").unwrap();
    let named: BTreeSet<_> = main
        .1
        .split("Runbook: runbooks/")
        .skip(1)
        .filter_map(|rest| rest.split(".md").next())
        .collect();
    assert!(named.len() > 40 && named.iter().all(|page| pages.contains(*page)), "{named:?}");
}

#[test]
fn a_step_that_hands_over_to_another_page_names_one_that_is_there() {
    let files = stack_files(Profile::Production);
    let pages: BTreeSet<_> = runbooks(&files).map(|(page, _)| page).collect();
    let mut handed_over = 0;
    for (name, text) in runbooks(&files) {
        for line in part(text, "What to do").lines().chain(part(text, "When to escalate").lines()) {
            let words: Vec<_> = line.split_whitespace().collect();
            let after = words
                .windows(2)
                .filter(|pair| ["follow", "Follow", "see", "as"].contains(&pair[0]));
            let named = after
                .map(|pair| pair[1].trim_end_matches(['.', ',', ';', ':']))
                .filter(|word| word.contains('-') && !word.contains('`'));
            for page in named {
                assert!(pages.contains(page), "{name}: {page} is no page: {line}");
                handed_over += 1;
            }
        }
    }
    assert!(handed_over > 10, "only {handed_over} were found");
}

#[test]
fn alarms_and_events_say_where_help_is_and_whose_they_are() {
    let toml = "[monitoring]\nrunbook_base_url = \"https://wiki.example.com/payments/\"\nowner = \
                \"Payments\"\ncontact = \"+1 555 0100\"\n";
    let config =
        Config::from_toml(toml, "paytf.toml".as_ref(), "staging".parse().unwrap(), None).unwrap();
    let files = files::of_stack(&config, Format::Json, vec![].into()).unwrap();
    let text = |path: &str| String::from_utf8(files[path].to_vec()).unwrap();
    let module = text("modules/monitoring/main.tf.json");
    let help = "Owner: Payments. Contact: +1 555 0100. Runbook: https://wiki.example.com/payments/rpo.md\"";
    assert!(module.contains(help), "{module}");
    assert!(!module.contains("Runbook: runbooks/"), "an alarm or event names a file");
    assert!(text("runbooks/rpo.md").contains("Owner: Payments\n\nContact: +1 555 0100"));
}
