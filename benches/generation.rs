//! The parts of a generation, each by itself: `cargo bench --bench generation`.

use std::borrow::Cow;
use std::hint::black_box;

use divan::Bencher;
use paytf::config::{Config, Profile};
use paytf::disk;
use paytf::files::{self, Generator};
use paytf::render::Format;
use paytf::stack;

const FORMATS: [Format; 2] = [Format::Json, Format::Hcl];

fn main() {
    divan::main();
}

fn config() -> Config {
    Config::defaults(Profile::Production, "staging".parse().expect("a suffix"))
}

fn package() -> Cow<'static, [u8]> {
    Cow::Borrowed(b"PK")
}

#[divan::bench]
fn read_and_check_a_configuration(bencher: Bencher) {
    let text = include_str!("../examples/production.toml");
    let suffix: paytf::naming::Suffix = "prod".parse().expect("a suffix");
    bencher.bench(|| {
        Config::from_toml(black_box(text), "production.toml".as_ref(), suffix.clone(), None)
    });
}

#[divan::bench]
fn declare_the_root(bencher: Bencher) {
    let config = config();
    bencher.bench(|| stack::payment(black_box(&config)).expect("the stack is declared"));
}

#[divan::bench]
fn declare_all_modules(bencher: Bencher) {
    let root = stack::payment(&config()).expect("the stack is declared");
    bencher.bench(|| root.modules().expect("the modules are declared"));
}

#[divan::bench(args = FORMATS)]
fn render_all_modules(bencher: Bencher, format: Format) {
    let modules = stack::payment(&config())
        .and_then(|root| Ok(root.modules()?))
        .expect("the modules are declared");
    bencher.bench(|| {
        let render = |body| format.render(body, "").expect("rendered").len();
        modules
            .iter()
            .map(|module| render(module.main()) + render(module.variables()))
            .sum::<usize>()
    });
}

#[divan::bench]
fn the_first_stack(bencher: Bencher) {
    let config = config();
    bencher
        .bench(|| files::of_stack(black_box(&config), Format::Json, package()).expect("generated"));
}

#[divan::bench]
fn a_further_stack(bencher: Bencher) {
    let (config, generator) =
        (config(), Generator::new(Format::Json).expect("the templates compile"));
    bencher.bench(|| generator.stack(black_box(&config), package()).expect("generated"));
}

#[divan::bench]
fn compare_an_unchanged_stack(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("a folder");
    let (stack, files) = (
        folder.path().join("staging"),
        files::of_stack(&config(), Format::Json, package()).expect("generated"),
    );
    disk::apply(&stack, &files, &disk::compare(&stack, &files).expect("compared"))
        .expect("written");
    bencher.bench(|| disk::compare(black_box(&stack), &files).expect("compared"));
}
