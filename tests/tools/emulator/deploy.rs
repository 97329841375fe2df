//! The commands of `docs/deploy.md` are true: those about the account run, one after the other, on
//! the emulator; of the others, and of every page that a stack comes with, the programs know each
//! command and option.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{AwsShell, EVERYTHING, Emulator, config};
use anyhow::{Context, Result, ensure};
use clap::{CommandFactory, Parser};
use paytf::cli::Cli;
use paytf::config::Profile;
use paytf::files;
use paytf::render::Format;
use paytf::sandbox::{TERRAFORM, find};
use serde::Deserialize;
use serde_json::json;

const PAYTF: &str = env!("CARGO_BIN_EXE_paytf");

fn page() -> Result<String> {
    Ok(fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/deploy.md"))?)
}

/// The blocks of code in this language.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let begin = format!("```{language}\n");
    page.split(&begin).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

/// The page's own part under a heading that begins so.
fn step<'a>(page: &'a str, heading: &str) -> Result<&'a str> {
    let begin =
        page.find(&format!("\n## {heading}")).with_context(|| format!("no step {heading}"))? + 1;
    let end = page[begin..].find("\n## ").map_or(page.len(), |end| begin + end);
    Ok(&page[begin..end])
}

#[test]
fn the_account_is_made_ready_and_left_as_it_was_found() -> Result<()> {
    let emulator = Emulator::start()?;
    let shell = AwsShell::new(&emulator)?;
    let folder = tempfile::tempdir()?;
    let page = page()?;
    fs::write(folder.path().join("prod.toml"), blocks(step(&page, "3.")?, "toml")[0])?;
    let before = blocks(&page, "sh")[0];
    let ready = ["1.", "2.", "3."]
        .iter()
        .flat_map(|name| blocks(step(&page, name).unwrap_or_default(), "sh"));
    let script = ready.fold(before.to_owned(), |script, block| script + block);
    run(&shell, folder.path(), &script)?;

    let versioning = emulator.ask(
        "s3",
        "get_bucket_versioning",
        json!({"Bucket": "terraform-state-123456789012"}),
    )?;
    assert_eq!(versioning["Status"], "Enabled");
    let certificates =
        emulator.ask("acm", "list_certificates", json!({}))?["CertificateSummaryList"].clone();
    assert_eq!(certificates[0]["DomainName"], "payments.example.com");
    let backend = fs::read_to_string(folder.path().join("generated/prod/backend.tf.json"))?;
    assert!(
        backend.contains("terraform-state-123456789012") && backend.contains("use_lockfile"),
        "{backend}"
    );
    assert!(folder.path().join("generated/prod/preflight.sh").is_file(), "step 4 runs it");

    for body in ["old", "new"] {
        let state = json!({
            "Bucket": "terraform-state-123456789012", "Key": "paytf/prod/terraform.tfstate",
            "Body": body
        });
        emulator.ask("s3", "put_object", state)?;
    }
    emulator.ask(
        "s3",
        "delete_object",
        json!({"Bucket": "terraform-state-123456789012", "Key": "paytf/prod/terraform.tfstate"}),
    )?;
    let certificate = certificates[0]["CertificateArn"].as_str().context("no ARN")?;
    let back = *blocks(step(&page, "12.")?, "sh").last().context("step 12 has no commands")?;
    run(&shell, folder.path(), &format!("{before}certificate={certificate}\n{back}"))?;
    assert_eq!(emulator.ask("s3", "list_buckets", json!({}))?["Buckets"], json!([]));
    assert_eq!(
        emulator.ask("acm", "list_certificates", json!({}))?["CertificateSummaryList"],
        json!([])
    );
    Ok(())
}

fn run(shell: &AwsShell, folder: &Path, script: &str) -> Result<()> {
    // The program under test, by the name that the page calls it.
    let bin = Path::new(PAYTF).parent().context("paytf is in a folder")?.display();
    let output = shell.run(folder, &["-euc", &format!("PATH=$PATH:{bin}\n{script}")])?;
    ensure!(output.status.success(), "{script}\n{}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

/// Every page with commands: those of this repository, and those of generated stacks, of each
/// profile and with all that can be added to one.
fn pages() -> Result<BTreeMap<String, String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages = BTreeMap::new();
    let of_docs = fs::read_dir(root.join("docs"))?
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .map(|entry| entry.path());
    for path in [root.join("README.md"), root.join("CONTRIBUTING.md")].into_iter().chain(of_docs) {
        if path.extension().is_some_and(|extension| extension == "md") {
            pages
                .insert(path.strip_prefix(root)?.display().to_string(), fs::read_to_string(&path)?);
        }
    }
    for (profile, toml) in [
        (Profile::Production, ""),
        (Profile::Production, EVERYTHING),
        (Profile::Staging, ""),
        (Profile::Development, ""),
    ] {
        let generated =
            files::of_stack(&config(toml, "staging", profile), Format::Json, vec![].into())?;
        let written = generated
            .into_iter()
            .filter(|(path, _)| path.ends_with(".md") && !path.starts_with("modules/"));
        let place = if toml.is_empty() { profile.as_str() } else { "everything" };
        pages.extend(written.map(|(path, content)| {
            (format!("{place}/{path}"), String::from_utf8_lossy(&content).into_owned())
        }));
    }
    Ok(pages)
}

/// The lines of a page's commands, where a line that ends in a backslash goes on, and those within
/// its sentences.
fn lines(page: &str) -> Vec<String> {
    let code = blocks(page, "sh").concat().replace("\\\n", " ");
    let is_command = |span: &&str| {
        ["aws ", "paytf ", "terraform "].iter().any(|program| span.starts_with(program))
    };
    let within =
        page.split('`').skip(1).step_by(2).filter(is_command).filter(|span| !span.contains('\n'));
    code.lines().chain(within).filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

/// Every line of all pages once, with the first page that has it.
fn all_lines() -> Result<BTreeMap<String, String>> {
    let mut all = BTreeMap::new();
    for (path, page) in pages()? {
        for line in lines(&page) {
            all.entry(line).or_insert_with(|| path.clone());
        }
    }
    Ok(all)
}

#[derive(Deserialize)]
struct Answer {
    commands: usize,
    problems: Vec<String>,
}

/// What the AWS command line does not know in these lines, by `tests/tools/support/ask_cli.py`.
fn ask_cli(lines: &[String]) -> Result<Vec<Answer>> {
    let mut command = Command::new(crate::support::python()?);
    command
        .arg("-B")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/support/ask_cli.py"));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut input = child.stdin.take().context("no pipe to the program")?;
    let text = lines.join("\n") + "\n";
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output()?;
    writer.join().map_err(|_| anyhow::anyhow!("the writer panicked"))??;
    String::from_utf8(output.stdout)?.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

#[test]
fn the_aws_command_line_knows_every_command_and_option_of_the_pages() -> Result<()> {
    let (mut known, mut wrong) = (0, Vec::new());
    let lines = all_lines()?;
    let answers = ask_cli(&lines.keys().cloned().collect::<Vec<_>>())?;
    assert_eq!(answers.len(), lines.len(), "an answer for each line");
    for ((line, path), answer) in lines.iter().zip(answers) {
        known += answer.commands;
        assert!(!line.contains('…'), "{path} abbreviates: {line}");
        wrong.extend(answer.problems.iter().map(|problem| format!("{path}: {problem}: {line}")));
    }
    assert_eq!(wrong, [""; 0]);
    assert!(known > 100, "only {known} commands found");
    Ok(())
}

#[test]
fn an_option_that_the_aws_command_line_does_not_know_is_found() -> Result<()> {
    let line = r#"aws ecs wait services-stable --cluster "$(aws ecs list-clusters --querry x)""#;
    let answers = ask_cli(&[line.to_owned()])?;
    let problems = answers[0].problems.join("\n");
    assert!(problems.contains("services-stable: --services is missing"), "{problems}");
    assert!(problems.contains("list-clusters: there is no --querry"), "{problems}");
    Ok(())
}

/// The words of each command of a program in a line, up to what ends it.
fn commands<'a>(line: &'a str, program: &str) -> Vec<Vec<&'a str>> {
    let begins = |start: usize| {
        line[..start].chars().next_back().is_none_or(|before| " (`".contains(before))
    };
    let starts = line.match_indices(program).map(|(start, _)| start).filter(|start| begins(*start));
    let code = line.find(" # ").unwrap_or(line.len());
    let after = starts.filter(|start| *start < code).map(|start| &line[start + program.len()..]);
    let ends =
        |rest: &'a str| rest.split(['|', ')', '#', '>', ';', '&']).next().unwrap_or_default();
    after.map(|rest| ends(rest).split_whitespace().collect()).collect()
}

#[test]
fn paytf_knows_every_command_and_option_of_the_pages() -> Result<()> {
    let all: BTreeSet<_> =
        Cli::command().get_subcommands().map(|one| one.get_name().to_owned()).collect();
    let (mut known, mut wrong) = (BTreeSet::new(), Vec::new());
    for (line, path) in all_lines()? {
        for words in commands(&line, "paytf ").into_iter().filter(|words| !words.is_empty()) {
            match Cli::try_parse_from(["paytf"].into_iter().chain(words.iter().copied())) {
                // A sentence names a command without what it is given.
                Err(_) if words.len() == 1 && all.contains(words[0]) => {
                    _ = known.insert(words[0].to_owned())
                }
                Err(error) if error.use_stderr() => wrong.push(format!("{path}: {line}: {error}")),
                _ => _ = known.insert(words[0].to_owned()),
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert_eq!(
        all.difference(&known).collect::<Vec<_>>(),
        ["completions", "man", "schema"],
        "commands that no page shows"
    );
    Ok(())
}

/// What Terraform says of a command; apply and destroy take the options of plan too, and say so.
fn terraform_help(terraform: &Path, words: &[&str]) -> Result<String> {
    let named = |names: &[&str]| -> Result<String> {
        let output = Command::new(terraform).args(names).arg("-help").output()?;
        let help = String::from_utf8(output.stdout)?;
        ensure!(help.contains("Usage: terraform"), "terraform {names:?} is no command");
        Ok(help)
    };
    match words {
        ["apply" | "destroy", ..] => Ok(named(&words[..1])? + &named(&["plan"])?),
        ["providers", _, ..] => named(&words[..2]),
        _ => named(&words[..1]),
    }
}

#[test]
fn terraform_knows_every_command_and_option_of_the_pages() -> Result<()> {
    let terraform = find(&TERRAFORM, &std::env::var_os("PATH").unwrap_or_default())?;
    let mut helps = BTreeMap::new();
    let lines = all_lines()?;
    for mut words in lines.keys().flat_map(|line| commands(line, "terraform ")) {
        words.retain(|word| !word.starts_with("-chdir="));
        let help = match helps.get(words[0]) {
            Some(help) => help,
            None => helps.entry(words[0]).or_insert(terraform_help(&terraform, &words)?),
        };
        for option in words.iter().filter(|word| word.starts_with('-')) {
            let name = option.split('=').next().unwrap_or_default();
            let known =
                help.split(|c: char| c.is_whitespace() || c == '=').any(|word| word == name);
            assert!(known, "terraform {} has no {name}", words[0]);
        }
    }
    assert!(helps.len() >= 6, "only {} commands found", helps.len());
    Ok(())
}
