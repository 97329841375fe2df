use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().collect();
    let out = Path::new(&arguments[2]);
    if arguments[1] == "read" {
        return read(out);
    }
    for number in 0..arguments[3].parse::<usize>().unwrap() {
        let stack = out.join(format!("env-{number}"));
        fs::create_dir_all(&stack)?;
        for folder in FOLDERS {
            fs::create_dir(stack.join(folder))?;
        }
        for (path, content) in FILES {
            fs::write(stack.join(path), content)?;
        }
    }
    Ok(())
}

fn read(out: &Path) -> io::Result<()> {
    for stack in fs::read_dir(out)? {
        let stack = stack?.path();
        for (path, _) in FILES {
            // What an environment lacks, as the page of a part it has not, costs no more than the
            // failed opening.
            match fs::read(stack.join(path)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
    }
    Ok(())
}

