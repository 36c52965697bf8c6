"""What the form of a sentence tells by itself, where examples teach too little: rules that add to
the score of a span."""
