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
    let files =
        files::of_stack(&config(profile), Format::Json, validator::package(None, Architecture::X86_64).unwrap())
            .unwrap();
    let texts = files.into_iter().filter(|(path, _)| !path.ends_with(".zip"));
    texts.map(|(path, bytes)| (path, String::from_utf8(bytes.into_owned()).unwrap())).collect()
}

fn runbooks(files: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    files.iter().filter_map(|(path, text)| Some((path.strip_prefix("runbooks/")?.strip_suffix(".md")?, text.as_str())))
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

#[test]
fn every_page_says_what_it_means_what_to_look_at_what_to_do_and_when_to_call_whom() {
    for watch in stack::monitoring(&config(Profile::Production)).runbooks() {
        let book = watch.runbook;
        assert!(book.meaning.len() > 40 && book.escalate.len() > 10, "{}", watch.page);
        assert!(!book.first_look.is_empty() && !book.causes.is_empty() && !book.steps.is_empty(), "{}", watch.page);
    }
}

/// What in a text looks like a name of this environment: a word that ends with its suffix.
fn names(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    words.filter(|word| word.ends_with("-staging")).map(str::to_owned).collect()
}

#[test]
fn a_page_names_only_what_the_environment_has() {
    for profile in PROFILES {
        let files = stack_files(profile);
        let terraform = files.iter().filter(|(path, _)| path.ends_with(".tf.json"));
        let declared: String =
            terraform.map(|(_, text)| text.replace("${var.environment_suffix}", "staging")).collect();
        let declared = names(&declared);
        for (page, text) in runbooks(&files) {
            let unknown: Vec<_> = names(text).into_iter().filter(|name| !declared.contains(name)).collect();
            assert_eq!(unknown, [""; 0], "{profile}: runbooks/{page}.md names what is not there");
        }
    }
}

#[test]
fn every_command_is_for_the_region_and_only_reads() {
    let reading = ["describe-", "get-", "list-", "filter-log-events", "receive-message"];
    for (page, text) in runbooks(&stack_files(Profile::Production)) {
        let block =
            text.split("```sh\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a page has commands");
        for call in block.split("aws ").skip(1) {
            let operation = call.split_whitespace().nth(1).unwrap();
            assert!(reading.iter().any(|verb| operation.starts_with(verb)), "{page}: aws {call}");
            assert!(operation == "get-caller-identity" || call.contains("--region us-east-1"), "{page}: aws {call}");
        }
    }
}

#[test]
fn a_page_that_refers_to_another_one_refers_to_one_that_is_there() {
    let files = stack_files(Profile::Production);
    let pages: BTreeSet<_> = runbooks(&files).map(|(page, _)| page.to_owned()).collect();
    let main = files.iter().find(|(path, _)| path == "modules/monitoring/main.tf.json").unwrap();
    let named: BTreeSet<_> = main.1.split("runbooks/").skip(1).filter_map(|rest| rest.split(".md").next()).collect();
    assert!(named.len() > 40 && named.iter().all(|page| pages.contains(*page)), "{named:?}");
}

#[test]
fn a_step_that_hands_over_to_another_page_names_one_that_is_there() {
    let watches = stack::monitoring(&config(Profile::Production)).runbooks();
    let pages: BTreeSet<_> = watches.iter().map(|watch| watch.page).collect();
    let mut handed_over = 0;
    for watch in &watches {
        for line in watch.runbook.steps.iter().chain([&watch.runbook.escalate]) {
            let words: Vec<_> = line.split_whitespace().collect();
            let after = words.windows(2).filter(|pair| ["follow", "Follow", "see", "as"].contains(&pair[0]));
            let named =
                after.map(|pair| pair[1].trim_end_matches(['.', ',', ';', ':'])).filter(|word| word.contains('-'));
            for page in named {
                assert!(pages.contains(page), "{}: {page} is no page: {line}", watch.page);
                handed_over += 1;
            }
        }
    }
    assert!(handed_over > 10, "only {handed_over} were found");
}
