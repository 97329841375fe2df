use super::*;

/// A folder with a stack of these files.
fn written(content: &[(&str, &'static str)]) -> (tempfile::TempDir, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("staging");
    bring(&folder, content);
    (place, folder)
}

fn files(content: &[(&str, &'static str)]) -> Files {
    content.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect()
}

/// Compares and applies, with force.
fn bring(folder: &Path, content: &[(&str, &'static str)]) {
    let files = files(content);
    apply(folder, &files, &compare(folder, &files).unwrap()).unwrap();
}

fn difference(folder: &Path, content: &[(&str, &'static str)]) -> Difference {
    compare(folder, &files(content)).unwrap()
}

fn error(folder: &Path, content: &[(&str, &'static str)]) -> String {
    format!("{:#}", compare(folder, &files(content)).unwrap_err())
}

fn paths(of: &BTreeSet<String>) -> Vec<&str> {
    of.iter().map(String::as_str).collect()
}

/// Puts a list in place that says paytf wrote `text` at `path`.
fn claim(folder: &Path, path: &str, text: &'static str) {
    fs::write(Manifest::path(folder), Manifest::of(&files(&[(path, text)])).to_json()).unwrap();
}

#[test]
fn a_damaged_list_is_refused_with_what_to_do() {
    let (_place, folder) = written(&[("a", "1")]);
    for damaged in ["", "{", "[]", "{\"files\": 1}"] {
        fs::write(Manifest::path(&folder), damaged).unwrap();
        let message = error(&folder, &[("a", "1")]);
        assert!(
            message
                .contains("staging/.paytf.json is damaged; delete it, then run with --overwrite"),
            "{message}"
        );
    }
}

#[test]
fn without_the_list_what_differs_counts_as_edited() {
    let (_place, folder) = written(&[("a", "1"), ("b", "1")]);
    fs::remove_file(Manifest::path(&folder)).unwrap();
    let difference = difference(&folder, &[("a", "1"), ("b", "2")]);
    assert_eq!((paths(&difference.updated), paths(&difference.edited)), (vec!["b"], vec!["b"]));
}

#[test]
fn a_lost_list_of_a_fresh_stack_is_written_again() {
    let (_place, folder) = written(&[("a", "1")]);
    fs::remove_file(Manifest::path(&folder)).unwrap();
    bring(&folder, &[("a", "1")]);
    assert_eq!(paths(&difference(&folder, &[("a", "2")]).edited), [""; 0]);
}

#[test]
fn a_path_that_leads_out_of_the_folder_is_left_alone() {
    let (place, folder) = written(&[("a", "1")]);
    let victim = place.path().join("victim");
    fs::write(&victim, "mine").unwrap();
    for path in ["../victim", "x/../../victim", victim.to_str().unwrap()] {
        claim(&folder, path, "mine");
        assert!(difference(&folder, &[("a", "1")]).is_empty(), "{path}");
        bring(&folder, &[("a", "1")]);
        assert_eq!(fs::read_to_string(&victim).unwrap(), "mine", "{path}");
    }
}

#[test]
fn a_file_that_was_deleted_and_is_no_longer_wanted_is_forgotten() {
    let (_place, folder) = written(&[("a", "1"), ("b", "1")]);
    fs::remove_file(folder.join("b")).unwrap();
    bring(&folder, &[("a", "1")]);
    fs::write(folder.join("b"), "mine").unwrap();
    assert_eq!(difference(&folder, &[("a", "1")]), Difference::default());
}

#[test]
fn a_folder_goes_with_its_last_file_and_stays_with_anything_else_in_it() {
    let (_place, folder) = written(&[("a", "1"), ("m/n/b", "1"), ("o/c", "1")]);
    fs::write(folder.join("o/own"), "mine").unwrap();
    bring(&folder, &[("a", "1")]);
    assert!(!folder.join("m").exists());
    assert_eq!(fs::read_dir(folder.join("o")).unwrap().count(), 1);
}

#[test]
fn a_folder_in_the_place_of_a_file_is_an_error_before_anything_is_written() {
    let (_place, folder) = written(&[("a", "1")]);
    fs::create_dir(folder.join("b")).unwrap();
    assert!(error(&folder, &[("a", "2"), ("b", "1")]).contains("cannot read"));
}

#[test]
fn a_package_that_differs_in_its_last_byte_or_its_length_differs() {
    let (_place, folder) = written(&[("a", "1")]);
    let package = vec![7_u8; 3 * LARGEST_PART];
    let files = Files::from([("a".to_owned(), package.clone().into())]);
    let is_unchanged = |content: &[u8]| {
        fs::write(folder.join("a"), content).unwrap();
        compare(&folder, &files).unwrap().updated.is_empty()
    };
    let (mut last, mut first) = (package.clone(), package.clone());
    (*last.last_mut().unwrap(), first[0]) = (8, 8);
    let (shorter, longer) = (&package[1..], [&package[..], &[7]].concat());
    assert!(is_unchanged(&package));
    for other in [&last, &first, shorter, &longer, &package[..LARGEST_PART], &[]] {
        assert!(!is_unchanged(other), "{} bytes", other.len());
    }
}

#[test]
fn no_temporary_file_is_left() {
    let (place, folder) = written(&[("a", "1"), ("m/b", "1")]);
    bring(&folder, &[("a", "2"), ("m/b", "2")]);
    let count = |folder: &Path| fs::read_dir(folder).unwrap().count();
    assert_eq!((count(place.path()), count(&folder), count(&folder.join("m"))), (1, 3, 1));
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_link_in_the_place_of_a_file_is_replaced_and_its_target_kept() {
        let (place, folder) = written(&[("a", "1")]);
        let target = place.path().join("target");
        fs::write(&target, "mine").unwrap();
        fs::remove_file(folder.join("a")).unwrap();
        symlink(&target, folder.join("a")).unwrap();
        assert_eq!(paths(&difference(&folder, &[("a", "1")]).edited), ["a"]);
        bring(&folder, &[("a", "1")]);
        assert_eq!(fs::read_to_string(&target).unwrap(), "mine");
        assert!(!folder.join("a").is_symlink());
    }

    #[test]
    fn nothing_is_written_or_removed_behind_a_link_to_a_folder() {
        let (place, folder) = written(&[("a", "1")]);
        fs::write(place.path().join("victim"), "mine").unwrap();
        symlink("..", folder.join("m")).unwrap();
        assert!(
            error(&folder, &[("a", "1"), ("m/b", "1")]).contains("staging/m is a symbolic link")
        );
        claim(&folder, "m/victim", "mine");
        assert!(error(&folder, &[("a", "1")]).contains("staging/m is a symbolic link"));
    }

    #[test]
    fn the_stack_itself_may_be_a_link_to_a_folder() {
        let (place, folder) = written(&[("a", "1")]);
        let link = place.path().join("link");
        symlink(&folder, &link).unwrap();
        bring(&link, &[("a", "2")]);
        assert_eq!(fs::read_to_string(folder.join("a")).unwrap(), "2");
    }
}

#[test]
fn an_update_that_was_killed_is_gone_on_with_whatever_the_next_run_wants() {
    let (_place, folder) = written(&[("a", "1"), ("b", "1"), ("c", "1")]);
    let (update, list) = (files(&[("a", "2"), ("b", "2"), ("new", "2")]), Manifest::path(&folder));
    let before = fs::read(&list).unwrap();
    // As after a kill between two files: the list says what was to come, one file is new, the
    // others are old.
    let written = Manifest::parse(&folder, Some(&before)).unwrap().becoming(&Manifest::of(&update));
    fs::write(&list, written.to_json()).unwrap();
    fs::write(folder.join("a"), "2").unwrap();
    fs::write(folder.join("new"), "2").unwrap();
    for next in [[("a", "2"), ("b", "2"), ("c", "1")], [("a", "3"), ("b", "3"), ("c", "3")]] {
        let found = difference(&folder, &next);
        assert_eq!(paths(&found.edited), [""; 0], "{next:?}");
        assert_eq!(paths(&found.removed), ["new"], "{next:?}");
    }
    fs::write(folder.join("b"), "mine").unwrap();
    assert_eq!(
        paths(&difference(&folder, &[("a", "3"), ("b", "3")]).edited),
        ["b"],
        "an edit is one all the same"
    );
}

#[test]
fn what_paytf_never_writes_it_never_deletes_whatever_its_list_says() {
    for own in [
        "terraform.tfstate",
        "terraform.tfstate.backup",
        ".terraform.lock.hcl",
        "prod.auto.tfvars",
        ".terraform/x",
    ] {
        let (_place, folder) = written(&[("a", "1")]);
        if let Some(below) = folder.join(own).parent() {
            fs::create_dir_all(below).unwrap();
        }
        fs::write(folder.join(own), "mine").unwrap();
        claim(&folder, own, "mine");
        assert_eq!(paths(&difference(&folder, &[("a", "1")]).removed), [""; 0], "{own}");
    }
}
