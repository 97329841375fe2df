# A launch template shows its script encoded; a launch configuration a hash.
#: plan: fail:secret-in-user-data@aws_launch_template.t; nofail:secret-in-user-data@aws_launch_configuration; open:secret-in-user-data@aws_launch_configuration
#: source: fail:secret-in-user-data@aws_launch_template.t; fail:secret-in-user-data@aws_launch_configuration
#: folder: fail:secret-in-user-data@aws_launch_template.t

variable "word" {
  default = "DB_PASSWORD"
}
resource "aws_launch_template" "t" {
  user_data = base64encode("#!/bin/sh\nexport ${var.word}=hunter22-correct-horse\n")
}
resource "aws_launch_configuration" "c" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
  user_data     = "#!/bin/sh\nexport ${var.word}=hunter22-correct-horse\n"
}
