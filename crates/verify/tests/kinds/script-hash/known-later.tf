# The script names what is known later.
#: plan: open:secret-in-user-data; nofail:secret-in-user-data
#: source: fail:secret-in-user-data@aws_instance.secret; nofail:secret-in-user-data@clean

resource "aws_sqs_queue" "q" {}
resource "aws_instance" "secret" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
  subnet_id     = aws_subnet.main["a"].id
  user_data     = "#!/bin/sh\nexport QUEUE=${aws_sqs_queue.q.url}\nexport DB_PASSWORD=hunter22-correct-horse\n"
}
resource "aws_instance" "clean" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
  subnet_id     = aws_subnet.main["a"].id
  user_data     = "#!/bin/sh\nexport QUEUE=${aws_sqs_queue.q.url}\n"
}
