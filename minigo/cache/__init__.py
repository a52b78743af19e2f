"""What minigo keeps from one run to the next. Nothing of it changes what a program does, only how soon."""
