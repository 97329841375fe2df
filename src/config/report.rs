//! Prints problems: the line, a caret under the wrong part, and what to do.

use super::problem::Problem;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::path::Path;

pub(super) fn plain(path: &Path, text: &str, problems: &[Problem]) -> String {
    render(&Renderer::plain(), path, text, problems)
}

pub(super) fn styled(path: &Path, text: &str, problems: &[Problem]) -> String {
    render(&Renderer::styled(), path, text, problems)
}

fn render(renderer: &Renderer, path: &Path, text: &str, problems: &[Problem]) -> String {
    let path = path.display().to_string();
    let reports =
        problems.iter().map(|problem| renderer.render(&[group(&path, text, problem)]) + "\n\n");
    let count = match problems.len() {
        1 => "1 problem".to_owned(),
        several => format!("{several} problems"),
    };
    reports.chain([format!("{path} cannot be used: {count}")]).collect()
}

fn group<'a>(path: &'a str, text: &'a str, problem: &'a Problem) -> Group<'a> {
    let title = if problem.key.is_empty() {
        problem.reason.clone()
    } else {
        format!("{}: {}", problem.key, problem.reason)
    };
    let title = Level::ERROR.primary_title(title);
    let group = match &problem.place {
        None => title.element(Origin::path(path)),
        Some(place) => {
            let culprit = AnnotationKind::Primary.span(place.start..place.end);
            let others = problem.others.iter().filter(|(other, _)| other != place);
            let others = others.map(|(place, label)| {
                AnnotationKind::Context.span(place.start..place.end).label(label)
            });
            title.element(Snippet::source(text).path(path).annotation(culprit).annotations(others))
        }
    };
    let help = problem.help.iter().map(|help| Level::HELP.message(help));
    let note = problem.note.iter().map(|note| Level::NOTE.message(note));
    group.elements(help).elements(note)
}
