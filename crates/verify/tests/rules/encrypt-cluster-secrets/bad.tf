resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/cluster"
  vpc_config {
    subnet_ids = ["subnet-0aaa1110aaa1110aa", "subnet-0bbb1110bbb1110bb"]
  }
}
